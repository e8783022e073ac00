import ArgumentParser

struct ListCommand: ParsableCommand {
}
