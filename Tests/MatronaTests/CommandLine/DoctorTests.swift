import Foundation
import Testing

/// `doctor` by the built program.
@Suite struct DoctorTests {
    @Test(arguments: [
        (0o700, "OK  file modes  600, 700"), (0o775, "OK  file modes  600, 775"),
        (0o777, "!!  file modes  600, 777: anybody may delete or replace it; chmod 700 "),
        (0o1777, "!!  file modes  600, 1777: anybody may delete or replace it; chmod 700 "),
    ])
    func aFolderThatIsOpenToAllIsNamed(mode: Int, line: String) throws {
        let program = try BuiltProgram.ward()
        let folder = URL(fileURLWithPath: program.store).deletingLastPathComponent().path
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder)
        let said = try program.run("doctor", environment: ["LANG": "en_US.UTF-8"]).output
        #expect(said.contains(line + (line.hasSuffix(" ") ? folder : "")), "\(said)")
    }
}
