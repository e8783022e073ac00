import ArgumentParser

struct RestoreCommand: ParsableCommand {
}
