import WardDomain
import WardLabels

/// A label on its way from the screen to the printer.
enum LabelPrinting {
    /// Prints a label, and says what became of it.
    static func print(_ label: Label, on printer: LabelPrinter?, _ site: SiteRules) -> Phrase {
        guard let printer else {
            return Phrase(
                en: "Not printed: no label printer is set (labelPrinter in config.toml).",
                zhHans: "未打印：未设置标签打印机（config.toml 中的 labelPrinter）。")
        }
        do throws(LabelFault) {
            let zpl = try ZPL(label, font: site.labelFont, dotsPerMillimetre: site.labelDotsPerMillimetre)
            return send(zpl, to: printer)
        } catch {
            return error.text
        }
    }

    private static func send(_ zpl: ZPL, to printer: LabelPrinter) -> Phrase {
        do throws(Failure) {
            return try printer.send(zpl.text)
        } catch {
            return error.message
        }
    }
}
