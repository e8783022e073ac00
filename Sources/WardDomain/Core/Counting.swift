extension Int {
    /// A number with what it counts, in English: `1 baby`, `2 babies`. Chinese needs no other word for several.
    public func counting(_ one: String, _ several: String) -> String {
        "\(self) \(self == 1 ? one : several)"
    }
}
