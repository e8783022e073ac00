/// Where a value stands in a TOML document; an array's elements count from 0.
public indirect enum TOMLPath: Hashable, Sendable {
    case root
    case key(String, of: TOMLPath)
    case element(Int, of: TOMLPath)

    /// What stands in this table under a key.
    public func key(_ name: String) -> TOMLPath { .key(name, of: self) }

    /// What stands in this array at a position, from 0.
    public func element(_ position: Int) -> TOMLPath { .element(position, of: self) }

    /// The path of what holds this value; nil at the root.
    public var holder: TOMLPath? {
        switch self {
        case .root: nil
        case .key(_, let holder), .element(_, let holder): holder
        }
    }
}
