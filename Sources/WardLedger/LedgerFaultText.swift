import WardDomain

extension LedgerFault {
    /// The word that scripts see.
    public var code: String {
        switch self {
        case .busy: "busy"
        case .diskFull: "diskFull"
        case .readOnly: "readOnly"
        case .logNotReadable: "logNotReadable"
        case .missing: "missing"
        case .folderMissing: "folderMissing"
        case .replaced: "replaced"
        case .exists: "exists"
        case .notADatabase: "notADatabase"
        case .newerSchema: "newerSchema"
        case .olderSchema: "olderSchema"
        case .corrupt: "corrupt"
        case .rowsDamaged: "rowsDamaged"
        case .networkFileSystem: "networkFileSystem"
        case .permission: "permission"
        case .io: "io"
        case .foldFault: "foldFault"
        case .unverified: "unverified"
        }
    }

    /// What happened, and what to do.
    public var text: Phrase {
        switch self {
        case .busy: Phrase(en: "The store is busy; try again.", zhHans: "数据库正忙，请重试。")
        case .diskFull:
            Phrase(en: "The disk is full: nothing can be saved. Free some space.", zhHans: "磁盘已满，无法保存。请清理空间。")
        case .readOnly:
            Phrase(
                en: "The store is read-only: nothing can be saved. Check the rights of the file and its folder.",
                zhHans: "数据库为只读，无法保存。请检查文件及目录权限。")
        case .logNotReadable(let path):
            Phrase(
                en:
                    "What was recorded last stands in \(path)-wal, and nothing can be written there: copy both files to another disk, and read them there.",
                zhHans: "最新记录在 \(path)-wal 中，而该处无法写入：请将两个文件一起复制到其他磁盘后读取。")
        case .missing(let path):
            Phrase(
                en: "There is no store at \(path). Make one with 'matrona setup', or give --store.",
                zhHans: "\(path) 没有数据库。请用 matrona setup 建立，或指定 --store。")
        case .folderMissing(let path):
            Phrase(en: "There is no folder \(path): make it first.", zhHans: "没有目录 \(path)，请先建立。")
        case .replaced(let path):
            Phrase(
                en: "Another ledger took the place of \(path) while it was open: start Matrona again.",
                zhHans: "\(path) 在使用中被换成另一份台账，请重新启动 Matrona。")
        case .exists(let path):
            Phrase(en: "There is a file at \(path) already: choose another name.", zhHans: "\(path) 已存在，请另选文件名。")
        case .notADatabase(let path):
            Phrase(
                en: "\(path) is not a Matrona store: give another --store, or restore a backup.",
                zhHans: "\(path) 不是 Matrona 数据库，请指定其他 --store 或恢复备份。")
        case .newerSchema(let found, let known):
            Phrase(
                en: "The store is of version \(found), this program knows \(known): update Matrona.",
                zhHans: "数据库版本为 \(found)，本程序仅支持 \(known)，请更新 Matrona。")
        case .olderSchema(let found, let known):
            Phrase(
                en:
                    "The store is of the older version \(found), not \(known): start Matrona with the right to write it.",
                zhHans: "数据库为旧版本 \(found)，本程序为 \(known)：请以可写权限启动 Matrona 升级。")
        case .networkFileSystem(let kind):
            Phrase(
                en: "The store is on a network file system (\(kind)): keep it on the server's own disk.",
                zhHans: "数据库位于网络文件系统（\(kind)），请放在服务器本机磁盘。")
        case .permission(let path):
            Phrase(
                en: "No right to use \(path): ask for the ward's group, or check its mode.",
                zhHans: "无权使用 \(path)，请加入病区用户组或检查权限。")
        case .foldFault(let sequence, let fault):
            Phrase(
                en: "Entry \(sequence) can't be taken in: \(fault.text.en). Entries after it are not shown.",
                zhHans: "第 \(sequence) 条记录无法读入：\(fault.text.zhHans)。其后的记录未显示。")
        case .unverified(let fault):
            Phrase(
                en: "The file did not pass verification: \(fault.text.en) Nothing was replaced.",
                zhHans: "文件未通过校验：\(fault.text.zhHans)未作替换。")
        case .corrupt(let detail):
            Phrase(
                en: "The store is damaged (\(detail)): run 'matrona ledger verify', then restore a backup.",
                zhHans: "数据库已损坏（\(detail)）：请运行 matrona ledger verify，并恢复备份。")
        case .rowsDamaged(let detail):
            Phrase(
                en: "What is derived from the entries is damaged (\(detail)): run 'matrona ledger rebuild'.",
                zhHans: "由记录生成的数据已损坏（\(detail)）：请运行 matrona ledger rebuild。")
        case .io(let detail):
            Phrase(
                en: "The store can't be read or written (\(detail)): check the disk, then run 'matrona doctor'.",
                zhHans: "数据库读写失败（\(detail)）：请检查磁盘并运行 matrona doctor。")
        }
    }
}

extension FoldFault {
    /// Why, in words.
    public var text: Phrase {
        switch self {
        case .wrongStream(let kind, let stream):
            Phrase(en: "\(kind) does not belong in \(stream)", zhHans: "\(kind) 不属于 \(stream)")
        case .impossible(let why):
            Phrase(en: "it can't follow what is recorded before it: \(why)", zhHans: "与之前的记录矛盾：\(why)")
        case .unreadable(let what): Phrase(en: "its \(what) can't be read", zhHans: "其 \(what) 无法读取")
        case .unknown(let kind, let schema):
            Phrase(
                en: "'\(kind)' version \(schema) is not known to this program; update it",
                zhHans: "本程序不认识「\(kind)」版本 \(schema)，请更新")
        case .needsRefold: Phrase(en: "its story must be read anew", zhHans: "需重新读取该记录")
        }
    }
}
