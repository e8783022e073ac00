/// A whole number that people type about a mother or a newborn: what it is called, and the values that it may take at all.
public struct Measure: Hashable, Sendable {
    /// Its name in commands, and in the library.
    public let name: String
    public let range: ClosedRange<Int>
    /// `g`; empty for a count.
    public let unit: String
    /// True where the number is in tenths of its unit.
    public let isInTenths: Bool

    init(_ name: String, _ range: ClosedRange<Int>, unit: String = "", isInTenths: Bool = false) {
        self.name = name
        self.range = range
        self.unit = unit
        self.isInTenths = isInTenths
    }

    public static let weight = Measure("weightGrams", RecordBirth.weightRange, unit: "g")
    public static let gravida = Measure("gravida", IdentityRules.gravida)
    public static let para = Measure("para", IdentityRules.para)
    public static let fetuses = Measure("fetuses", IdentityRules.fetuses)

    /// The measure of a whole-number field of an observation; nil for other fields.
    public init?(_ field: ObservationField) {
        guard let range = field.range else { return nil }
        self.init(
            field.rawValue, range, unit: Measure.unit(of: field), isInTenths: field == .temperatureTenths)
    }

    /// Every measure, for the library to know one by its name.
    public static let all =
        [weight, gravida, para, fetuses] + ObservationField.allCases.compactMap { Measure($0) }

    /// A value with its unit: `8000 g`, `45.0 C`.
    public func said(_ value: Int) -> String {
        let number = isInTenths ? "\(value / 10).\(abs(value % 10))" : String(value)
        return unit.isEmpty ? number : "\(number) \(unit)"
    }

    /// The values that it may take: `100-9999`, `25.0-45.0`.
    public var allowed: String {
        guard isInTenths else { return TextRules.form(of: range) }
        return
            "\(range.lowerBound / 10).\(range.lowerBound % 10)-\(range.upperBound / 10).\(range.upperBound % 10)"
    }

    private static func unit(of field: ObservationField) -> String {
        switch field {
        case .cervix, .station: "cm"
        case .fetalHeartRate, .pulse, .respiration: "/min"
        case .contractionSeconds: "s"
        case .systolic, .diastolic: "mmHg"
        case .oxygenSaturation: "%"
        case .temperatureTenths: "C"
        case .bloodLossMillilitres: "mL"
        default: ""
        }
    }
}

/// Beyond what value of a measure it is asked once more whether it was typed right. It is no alert, and refuses nothing.
public struct TypingCheck: Hashable, Sendable {
    /// The name of its measure.
    public let measure: String
    /// Asked about anything below this; nil for no such limit.
    public let below: Int?
    /// Asked about anything above this; nil for no such limit.
    public let above: Int?
    public let source: Source

    public init(measure: String, below: Int?, above: Int?, source: Source) {
        self.measure = measure
        self.below = below
        self.above = above
        self.source = source
    }

    /// Whether it is asked about a value.
    public func asks(about value: Int) -> Bool {
        below.map { value < $0 } == true || above.map { value > $0 } == true
    }
}
