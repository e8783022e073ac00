import ArgumentParser
import WardDomain
import WardLabels

/// `matrona label`: a band, clamp tag or cot card in the printer's language.
struct LabelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label", abstract: "Print a band, clamp tag or cot card as ZPL.",
        discussion: """
            Without --to the ZPL goes to standard output. A band must have been issued: its newest issue that is not \
            void is printed.
            """)

    @OptionGroup var storeOption: StoreOption
    @Option(help: "newborn, mother, cordClamp or cotCard.")
    var kind: LabelKind
    @Option(help: "The mother's hospital number; where she is not here, the baby's own, or what it is called.")
    var mrn: String
    @Option(help: "The newborn's place in the order of birth.")
    var order = 1
    @OptionGroup var languageOption: LanguageOption
    @Option(help: ArgumentHelp("device:PATH, command:COMMAND or file:PATH.", valueName: "target"))
    var to: String?

    func run() throws {
        let store = try WardStore(storeOption)
        let site = store.rules.site
        let page = LabelPage(
            language: languageOption.chosen(storeOption.settings), offset: SystemClock.offset, site: site)
        guard let zpl = try zpl(store.ward, site, page) else { throw notFound }
        guard let to else { return StandardOutput.write(zpl.text) }
        guard let printer = Printer(to) else {
            throw Failure(
                .usage, en: "--to is device:PATH, command:COMMAND or file:PATH, not '\(to)'.",
                zhHans: "--to 应为 device:路径、command:命令 或 file:路径，而非「\(to)」。")
        }
        StandardOutput.write(try printer.send(zpl.text)[page.language] + "\n")
    }

    private func zpl(_ ward: WardState, _ site: SiteRules, _ page: LabelPage) throws(Failure) -> ZPL? {
        do throws(LabelFault) {
            guard let label = try label(ward, page) else { return nil }
            return try ZPL(label, font: site.labelFont, dotsPerMillimetre: site.labelDotsPerMillimetre)
        } catch {
            throw Failure(.badData, error.text)
        }
    }

    private func label(_ ward: WardState, _ page: LabelPage) throws(LabelFault) -> Label? {
        guard let mother = ward.admission(mrn: mrn) ?? ward.admission(ofNewbornAlone: mrn) else { return nil }
        let newborn = mother.newborns.first { $0.order == order }
        switch kind {
        case .mother:
            guard let band = mother.band else { return nil }
            return try Label.mother(mother, band: band, page)
        case .newborn:
            guard let newborn, let band = newborn.bands.last(where: { $0.state != .void }) else { return nil }
            return try Label.newborn(newborn, band: band, of: mother, page)
        case .cordClamp: return newborn.map { .cordClamp($0, of: mother, page) }
        case .cotCard: return newborn.map { .cotCard($0, of: mother, page) }
        }
    }

    private var notFound: Failure {
        Failure(
            .noInput, en: "There is nothing to print for number \(mrn), baby \(order): not here, or no band issued.",
            zhHans: "住院号 \(mrn) 第 \(order) 个新生儿没有可打印内容：不在科或未发放腕带。")
    }
}

extension LabelKind: ExpressibleByArgument {}
