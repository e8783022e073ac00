import WardDomain
import WardLedger

extension Failure {
    /// A fault of the store as the end of a subcommand.
    init(_ fault: LedgerFault) {
        self.init(Self.code(of: fault), fault.text)
    }

    /// Runs a block, and ends the subcommand where the store has a fault.
    static func from<Value>(_ body: () throws(LedgerFault) -> Value) throws(Failure) -> Value {
        do {
            return try body()
        } catch {
            throw Failure(error)
        }
    }

    private static func code(of fault: LedgerFault) -> Code {
        switch fault {
        case .busy: .busy
        case .missing: .noInput
        case .permission, .readOnly, .networkFileSystem: .notAllowed
        case .notADatabase, .newerSchema, .olderSchema, .corrupt, .rowsDamaged, .foldFault: .badData
        case .unverified(.unreadable(let inner)): code(of: inner)
        case .unverified: .badData
        case .diskFull, .logNotReadable, .folderMissing, .replaced, .exists, .io: .inputOutput
        }
    }
}

extension WardStore.Recording {
    /// The fault of the store that kept a line and all after it out.
    func stopped(at line: Int) -> Failure {
        let cause = failure ?? Failure(LedgerFault.busy)
        return Failure(
            cause.code, en: "Line \(line) and all after it were not recorded: \(cause.message.en)",
            zhHans: "第 \(line) 行及其后未记录：\(cause.message.zhHans)")
    }
}
