import ArgumentParser

struct DrillCommand: ParsableCommand {}
