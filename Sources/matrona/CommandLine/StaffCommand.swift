import ArgumentParser

struct StaffCommand: ParsableCommand {
}
