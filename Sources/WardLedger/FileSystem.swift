internal import Foundation

/// What kind of file system a store lies on. SQLite's locks and shared memory do not work across machines.
enum FileSystem {
    private static let network: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "9p", "afs", "coda", "ceph", "lustre", "gpfs", "beegfs",
        "glusterfs", "ocfs2", "gfs2", "pvfs2",
    ]

    /// - Throws: `networkFileSystem` when the file, or the folder it would be made in, lies on one.
    static func check(_ path: String) throws(LedgerFault) {
        guard let real = realPath(path) ?? realPath(StoreFile.folder(of: path)) else {
            throw LedgerFault(errno: errno, path: path)
        }
        guard let mounts = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8) else { return }
        if let kind = kind(of: real, in: mounts), isNetwork(kind) { throw .networkFileSystem(kind) }
    }

    /// The kind of the file system that a path lies on; nil where it can't be told.
    static func kind(_ path: String) -> String? {
        guard let real = realPath(path),
            let mounts = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)
        else { return nil }
        return kind(of: real, in: mounts)
    }

    /// FUSE with a subtype, such as `fuse.sshfs`, may be anything far away; `fuseblk` is a disk.
    static func isNetwork(_ kind: String) -> Bool {
        network.contains(kind) || kind == "fuse" || kind.hasPrefix("fuse.")
    }

    /// The kind at the longest mount point that leads to a path; a later mount covers an earlier one.
    ///
    /// - Parameter mounts: `/proc/self/mountinfo`: the mount point is the fifth field, the kind follows ` - `.
    static func kind(of path: String, in mounts: String) -> String? {
        var found: (point: String, kind: String)?
        for line in mounts.split(separator: "\n") {
            guard let dash = line.range(of: " - ") else { continue }
            let fields = line[..<dash.lowerBound].split(separator: " ")
            guard fields.count > 4, let kind = line[dash.upperBound...].split(separator: " ").first else { continue }
            let point = fields[4].replacingOccurrences(of: "\\040", with: " ")
            let leadsThere = point == "/" || path == point || path.hasPrefix(point + "/")
            guard leadsThere, point.utf8.count >= found?.point.utf8.count ?? 0 else { continue }
            found = (point, String(kind))
        }
        return found?.kind
    }

    private static func realPath(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}
