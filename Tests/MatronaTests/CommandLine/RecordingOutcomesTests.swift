import Testing
import WardDomain
import WardLedger

@testable import matrona

@Suite struct RecordingOutcomesTests {
    /// An answer behind a fault would stand for another command than its own.
    @Test func nothingBehindAFaultCountsAsDone() {
        var recording = WardStore.Recording()
        recording.take([.success([]), .failure(.ledger(.busy)), .success([])])
        #expect(recording.outcomes.count == 1)
        #expect(recording.failure?.code == .busy)
    }
}
