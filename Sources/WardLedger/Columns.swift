internal import Foundation
internal import GRDB
import WardDomain

/// The columns of one stored row, each read as what its table says it holds.
///
/// A row that was damaged, or written by hand, may hold anything: whoever reads it is told which column, and nothing is
/// taken for something else. GRDB's own subscripts end the program there.
struct Columns {
    private let row: Row
    private let fault: (Int) -> LedgerFault

    /// - Parameter fault: what a column that can't be read means.
    init(_ row: Row, fault: @escaping (Int) -> LedgerFault) {
        self.row = row
        self.fault = fault
    }

    func integer(_ index: Int) throws -> Int64 {
        guard case .int64(let number) = storage(index) else { throw fault(index) }
        return number
    }

    func text(_ index: Int) throws -> String {
        guard case .string(let text) = storage(index) else { throw fault(index) }
        return text
    }

    func optionalText(_ index: Int) throws -> String? {
        if case .null = storage(index) { return nil }
        return try text(index)
    }

    /// A digest has 32 bytes.
    func digest(_ index: Int) throws -> Digest {
        guard case .blob(let bytes) = storage(index), bytes.count == 32 else { throw fault(index) }
        return Digest(bytes)
    }

    /// A text's bytes as stored, also where they are no text; nil where the column holds nothing.
    func bytes(_ index: Int) throws -> Data? {
        switch storage(index) {
        case .blob(let bytes): bytes
        case .null: nil
        default: throw fault(index)
        }
    }

    private func storage(_ index: Int) -> DatabaseValue.Storage {
        (row[index] as DatabaseValue).storage
    }
}

extension Row {
    /// A column of a read model.
    ///
    /// - Throws: `rowsDamaged` when it holds nothing, or something else.
    func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(
        _ column: String, as type: Value.Type = Value.self
    ) throws -> Value {
        do {
            return try decode(type, forColumn: column)
        } catch {
            throw LedgerFault.rowsDamaged(column)
        }
    }

    /// A folded value in the column `state` of a read model.
    ///
    /// - Throws: `rowsDamaged` when it can't be read.
    func state<Value: Decodable>() throws -> Value {
        let text: String = try value("state")
        do {
            return try JSON.value(text)
        } catch {
            throw LedgerFault.rowsDamaged("state")
        }
    }
}
