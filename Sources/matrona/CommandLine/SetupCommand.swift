import ArgumentParser

struct SetupCommand: ParsableCommand {
}
