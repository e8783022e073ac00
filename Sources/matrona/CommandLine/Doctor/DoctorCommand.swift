import ArgumentParser
import ClinicalLibrary
import Foundation
import NcursesTerminal
import ScreenGrid
import WardDomain

/// `matrona doctor`: everything that this terminal and this store need, each OK or what to do.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check terminal, settings, store and clock: each OK, or what to do.",
        discussion: """
            OK is well, -- could not be checked here, !! is to be done. Exit code 1 when something is to be done. Run \
            it in the terminal that Matrona will be used in; --scanner tries the scanner and the input method there.
            """)

    @OptionGroup var storeOption: StoreOption
    @Flag(help: "Scan a code and press a key: shows what arrives.")
    var scanner = false

    func run() throws {
        if scanner { return try KeyboardTrial(settings: storeOption.settings).run() }
        let location = storeOption.location
        let store = StoreCheck(location)
        let findings =
            TerminalCheck().findings + settings() + theme() + library(location) + store.findings
            + ClockCheck(newest: store.newest).findings
        let language = Surroundings.language()
        for finding in findings { StandardOutput.write(finding.line(in: language) + "\n") }
        let count = findings.count { $0.state == .toDo }
        guard count > 0 else { return }
        throw Failure(
            .someRefused, en: "\(count) thing\(count == 1 ? "" : "s") to do: the lines with !!.",
            zhHans: "有 \(count) 项待处理，见标 !! 的行。")
    }

    private func settings() -> [DoctorFinding] {
        let file = StoreLocation.settingsFile()
        let faults = storeOption.settings.faults
        guard !faults.isEmpty else {
            let isThere = FileManager.default.fileExists(atPath: file)
            let detail = isThere ? file : "\(file) -"
            return [DoctorFinding(.ok, Phrase(en: "settings", zhHans: "设置"), Phrase(en: detail, zhHans: detail))]
        }
        return faults.map { fault in
            DoctorFinding(
                .toDo, Phrase(en: "settings", zhHans: "设置"),
                Phrase(
                    en: "\(file):\(fault.line): \(fault.message.en)",
                    zhHans: "\(file):\(fault.line)：\(fault.message.zhHans)"))
        }
    }

    /// The theme that the settings ask for, or why it is not shown as it is meant.
    private func theme() -> [DoctorFinding] {
        let topic = Phrase(en: "theme", zhHans: "主题")
        let shelf = ThemeShelf(asked: storeOption.settings.theme)
        if let notice = shelf.notice { return [DoctorFinding(.toDo, topic, notice)] }
        guard let file = storeOption.settings.theme, Theme.named(file) == nil,
            let text = try? String(contentsOfFile: file, encoding: .utf8)
        else { return [DoctorFinding(.ok, topic, Phrase(en: shelf.first.name, zhHans: shelf.first.name))] }
        let faults = Theme.faults(of: text)
        guard !faults.isEmpty else { return [DoctorFinding(.ok, topic, Phrase(en: file, zhHans: file))] }
        return faults.map { fault in
            let said = "\(file):\(fault.line): \(fault.message)"
            return DoctorFinding(.toDo, topic, Phrase(en: said, zhHans: said))
        }
    }

    private func library(_ location: StoreLocation) -> [DoctorFinding] {
        let library = ClinicalLibrary.load(folder: location.libraryFolder)
        let topic = Phrase(en: "library", zhHans: "临床库")
        guard !library.faults.isEmpty else {
            let count = library.rules.protocols.count
            return [DoctorFinding(.ok, topic, Phrase(en: "\(count) protocols", zhHans: "\(count) 个方案"))]
        }
        return library.faults.map { fault in
            DoctorFinding(.toDo, topic, Phrase(en: fault.text(in: .english), zhHans: fault.text(in: .chinese)))
        }
    }
}
