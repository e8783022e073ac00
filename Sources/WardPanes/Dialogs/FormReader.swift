import ScreenGrid
import WardDomain

/// Reads the fields of a form as values, and collects what is wrong with them.
public struct FormReader: Sendable {
    let form: Form<String>
    public let scene: Scene
    /// The instant of the key press that opened the form.
    public let openedAt: ClockReading
    public private(set) var faults: [String: Phrase] = [:]
    /// What was typed that is possible and unlikely: it is asked about once.
    private(set) var doubts: [String: Phrase] = [:]

    init(form: Form<String>, scene: Scene, openedAt: ClockReading) {
        self.form = form
        self.scene = scene
        self.openedAt = openedAt
    }

    /// Says what is wrong with a field.
    public mutating func fault(_ id: String, _ en: String, _ zhHans: String) {
        faults[id] = Phrase(en: en, zhHans: zhHans)
    }

    /// Asks about a field once before it is recorded.
    mutating func doubt(_ id: String, _ en: String, _ zhHans: String) {
        doubts[id] = Phrase(en: en, zhHans: zhHans)
    }

    /// Asks about a score of a minute of life that has not come yet.
    mutating func doubtEarlyApgar(_ id: String, minute: Int, of bornAt: Moment) {
        guard bornAt.seconds(to: scene.now.moment) < minute * 60 else { return }
        doubt(id, "less than \(minute) min since the birth", "出生后未满 \(minute) 分钟")
    }

    /// A text; nil when there is nothing but space.
    public func text(_ id: String) -> String? {
        let typed = form.text(id)
        return typed.allSatisfy(\.isWhitespace) ? nil : typed
    }

    /// A text that must be there.
    public mutating func required(_ id: String) -> String {
        guard let text = text(id) else {
            fault(id, "This is needed.", "此项必填。")
            return ""
        }
        return text
    }

    /// A whole number; nil when blank.
    ///
    /// - Parameter measure: what it measures: a value that this can't take is a fault, an unlikely one a doubt.
    public mutating func integer(_ id: String, as measure: Measure? = nil) -> Int? {
        guard let text = text(id) else { return nil }
        guard let number = Int(halfWidth(text)) else {
            fault(id, "'\(text)' is not a whole number.", "「\(text)」不是整数。")
            return nil
        }
        return checked(number, id, as: measure)
    }

    private mutating func checked(_ number: Int, _ id: String, as measure: Measure?) -> Int? {
        guard let measure else { return number }
        guard measure.range.contains(number) else {
            fault(id, "Must be \(measure.allowed).", "应为 \(measure.allowed)。")
            return nil
        }
        let isAsked = scene.rules.typingChecks.contains { $0.measure == measure.name && $0.asks(about: number) }
        if isAsked { doubt(id, measure.said(number), measure.said(number)) }
        return number
    }

    /// A number with a decimal point; nil when blank.
    public mutating func decimal(_ id: String) -> Double? {
        guard let text = text(id) else { return nil }
        guard let number = Double(halfWidth(text)) else {
            fault(id, "'\(text)' is not a number.", "「\(text)」不是数字。")
            return nil
        }
        return number
    }

    /// A number with one decimal place, in tenths; nil when blank.
    public mutating func tenths(_ id: String, as measure: Measure? = nil) -> Int? {
        guard let number = decimal(id) else { return nil }
        guard let tenths = Int(exactly: (number * 10).rounded()) else {
            fault(id, "'\(text(id) ?? "")' is out of range.", "「\(text(id) ?? "")」超出范围。")
            return nil
        }
        return checked(tenths, id, as: measure)
    }

    /// A day; nil when blank.
    public mutating func day(_ id: String) -> CalendarDay? {
        guard let text = text(id) else { return nil }
        guard let day = CalendarDay(halfWidth(text)) else {
            fault(id, "'\(text)' is not a day like 2026-12-04.", "「\(text)」不是 2026-12-04 形式的日期。")
            return nil
        }
        return day
    }

    /// The chosen one of some options; nil when nothing is chosen.
    public func choice<Option>(_ id: String, of options: [Option]) -> Option? {
        form.choice(id).flatMap { options.indices.contains($0) ? options[$0] : nil }
    }

    /// The chosen one of some options, which must be chosen.
    public mutating func requiredChoice<Option>(_ id: String, of options: [Option]) -> Option? {
        let chosen = choice(id, of: options)
        if chosen == nil { fault(id, "Choose one.", "请选择。") }
        return chosen
    }

    /// A moment as typed; nil when blank.
    public mutating func moment(_ id: String) -> Moment? {
        guard let text = text(id) else { return nil }
        do throws(TimeEntry.Fault) {
            return try TimeEntry.read(halfWidth(text), now: scene.now.moment, scene.offset)
        } catch {
            switch error {
            case .notATime: fault(id, "Type 18:05, 1805 or -5.", "请输入 18:05、1805 或 -5。")
            case .inTheFuture: fault(id, "That time lies in the future.", "时间不能晚于现在。")
            }
            return nil
        }
    }

    /// A moment of a case that began at another: a time of day after midnight is the next day's; nil when blank.
    public mutating func moment(_ id: String, from start: Moment, longest: Int = TimeEntry.longestCase) -> Moment? {
        guard let text = text(id) else { return nil }
        do throws(TimeEntry.Fault) {
            return try TimeEntry.read(
                halfWidth(text), from: start, now: scene.now.moment, scene.offset, longest: longest)
        } catch {
            fault(id, "Type 18:05 or 1805.", "请输入 18:05 或 1805。")
            return nil
        }
    }

    /// The time of what is recorded: typed, or now.
    public mutating func time(_ id: String = "at") -> CommandEnvelope.Time {
        moment(id).map { .typed($0, reason: reasonOfTime) } ?? .now
    }

    /// The time of what is recorded: typed, or the instant at which the form was opened.
    public mutating func timeOrOpening(_ id: String = "at") -> CommandEnvelope.Time {
        moment(id).map { .typed($0, reason: reasonOfTime) } ?? .frozen(openedAt)
    }

    /// Why a typed time was not recorded then, where the form asks for a reason.
    var reasonOfTime: String? { text("reason") }

    /// A code as scanned or typed.
    public func code(_ id: String) -> String? {
        text(id).map(BandCode.normalized)
    }

    /// Full-width digits and signs of Chinese input methods as half-width ones.
    private func halfWidth(_ text: String) -> String {
        String(
            text.map { character in
                if case .character(let half) = Key.character(character).normalized { half } else { character }
            })
    }
}
