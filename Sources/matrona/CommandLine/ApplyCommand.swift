import ArgumentParser

struct ApplyCommand: ParsableCommand {
}
