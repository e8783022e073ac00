internal import Foundation
internal import GRDB

extension LedgerFault {
    /// What an error of SQLite or of the system means for the store at a path.
    init(_ error: any Error, path: String) {
        switch error {
        case let fault as LedgerFault: self = fault
        case let clash as ModelClash: self = .corrupt(clash.message)
        case let error as DatabaseError: self.init(error, path)
        default: self = .io("\(error)")
        }
    }

    private init(_ error: DatabaseError, _ path: String) {
        let text = error.message ?? error.resultCode.description
        switch error.extendedResultCode {
        case .SQLITE_READONLY_DBMOVED: self = .replaced(path: path)
        case .SQLITE_IOERR_SHMSIZE: self = .diskFull
        default:
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
            case .SQLITE_FULL: self = .diskFull
            case .SQLITE_READONLY: self = .readOnly
            case .SQLITE_NOTADB: self = .notADatabase(path: path)
            case .SQLITE_CORRUPT: self = .corrupt(text)
            case .SQLITE_CANTOPEN: self = Self.cannotOpen(path)
            case .SQLITE_PERM, .SQLITE_AUTH: self = .permission(path: path)
            default: self = .io(text)
            }
        }
    }

    /// SQLite says only that it could not open; the reason is asked of the system.
    private static func cannotOpen(_ path: String) -> LedgerFault {
        if access(path, F_OK) != 0 { return LedgerFault(errno: errno, path: path) }
        if access(path, R_OK) != 0 { return .permission(path: path) }
        let folder = StoreFile.folder(of: path)
        if access(folder, W_OK) != 0 { return LedgerFault(errno: errno, path: folder) }
        return .io("unable to open \(path)")
    }

    /// Whether SQLite could not make the files beside a store that it shares with other processes.
    var keepsSharedMemoryAway: Bool {
        switch self {
        case .diskFull, .readOnly, .permission, .io: true
        default: false
        }
    }

    /// What a system call's error number means.
    init(errno number: Int32, path: String) {
        switch number {
        case ENOENT, ENOTDIR: self = .missing(path: path)
        case EACCES, EPERM: self = .permission(path: path)
        case EROFS: self = .readOnly
        case ENOSPC, EDQUOT: self = .diskFull
        case EEXIST: self = .exists(path: path)
        default: self = .io(String(cString: strerror(number)))
        }
    }
}
