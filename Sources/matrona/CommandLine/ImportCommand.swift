import ArgumentParser

struct ImportCommand: ParsableCommand {
}
