import Foundation
import WardDomain
import WardLabels
import WardPanes

/// Where a terminal's pages and labels go; nil where nothing is set.
struct Printing {
    let pages: Printer?
    let labels: Printer?
    /// The font and the sizes of this site's labels.
    let site: SiteRules

    /// Prints pages, and says what became of them. What no printer takes is kept as a file that only its owner may read.
    func print(_ job: PrintJob, at moment: Moment) -> Phrase {
        guard let pages else {
            let why = Phrase(en: "No printer is set (pagePrinter).", zhHans: "未设置打印机（pagePrinter）。")
            return keep(job, at: moment, why)
        }
        do throws(Failure) {
            return try pages.send(job.text)
        } catch {
            return keep(job, at: moment, error.message)
        }
    }

    /// Prints a label, and says what became of it.
    func print(_ label: Label) -> Phrase {
        guard let labels else {
            return Phrase(
                en: "Not printed: no label printer is set (labelPrinter in config.toml).",
                zhHans: "未打印：未设置标签打印机（config.toml 中的 labelPrinter）。")
        }
        do throws(LabelFault) {
            let zpl = try ZPL(label, font: site.labelFont, dotsPerMillimetre: site.labelDotsPerMillimetre)
            return send(zpl, to: labels)
        } catch {
            return error.text
        }
    }

    private func send(_ zpl: ZPL, to printer: Printer) -> Phrase {
        do throws(Failure) {
            return try printer.send(zpl.text)
        } catch {
            return error.message
        }
    }

    private func keep(_ job: PrintJob, at moment: Moment, _ why: Phrase) -> Phrase {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("matrona-print-\(getuid())")
        let file = folder.appendingPathComponent("\(job.name)-\(moment.milliseconds).txt")
        do throws(Failure) {
            try Self.makeOwnFolder(folder.path)
            try Printer.write(job.text, to: file.path, flags: Printer.newFile)
        } catch {
            return Phrase(
                en: "\(why.en) It can't be kept as \(file.path) either.",
                zhHans: "\(why.zhHans)也无法存为 \(file.path)。")
        }
        return Phrase(en: "\(why.en) Kept as \(file.path)", zhHans: "\(why.zhHans)已存为 \(file.path)")
    }

    /// Makes a folder that nobody else can read; one that is there has to be such a folder of ours.
    private static func makeOwnFolder(_ path: String) throws(Failure) {
        if mkdir(path, 0o700) == 0 { return }
        var status = stat()
        guard errno == EEXIST, lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
            status.st_uid == getuid(), status.st_mode & 0o077 == 0
        else { throw Printer.failed(path) }
    }
}
