/// Where a value stands in a TOML document; an array's elements count from 0.
indirect enum TOMLPath: Hashable, Sendable {
    case root
    case key(String, of: TOMLPath)
    case element(Int, of: TOMLPath)

    func key(_ name: String) -> TOMLPath { .key(name, of: self) }

    func element(_ position: Int) -> TOMLPath { .element(position, of: self) }

    /// The path of what holds this value; nil at the root.
    var holder: TOMLPath? {
        switch self {
        case .root: nil
        case .key(_, let holder), .element(_, let holder): holder
        }
    }
}
