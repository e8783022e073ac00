import ArgumentParser

struct BackupCommand: ParsableCommand {
}
