import Glibc

/// Tells when any process has written to the store, so that nobody has to look for news again and again.
///
/// Where the system can't watch, nothing is told: the store is looked at with every tick anyway.
final class StoreWatch {
    /// Can be read when something was written; nil where nothing can be watched.
    let descriptor: Int32?

    /// - Parameter path: the store; whatever is written beside it, such as its log, counts as well.
    init(_ path: String) {
        let opened = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        guard opened >= 0, inotify_add_watch(opened, folder.isEmpty ? "/" : folder, UInt32(IN_MODIFY)) >= 0 else {
            if opened >= 0 { close(opened) }
            descriptor = nil
            return
        }
        descriptor = opened
    }

    deinit {
        if let descriptor { close(descriptor) }
    }

    /// Takes what was told so far, so that only what is written from now on is told again.
    func settle() {
        guard let descriptor else { return }
        var told = [UInt8](repeating: 0, count: 4096)
        while read(descriptor, &told, told.count) > 0 {}
    }
}
