import CryptoExtras
import Foundation

/// A PIN's verifier: what is kept in place of the PIN, made by scrypt with a salt of its own.
///
/// Its text is `$scrypt$ln=15,r=8,p=1$SALT$HASH`, salt and hash in base 64, so that the cost can be raised later.
struct PINVerifier: Hashable, Sendable {
    /// What a guess costs: 2 to the power of `logarithm` rounds over blocks of `blockSize`.
    struct Cost: Hashable, Sendable {
        let logarithm: Int
        let blockSize: Int
        let parallelism: Int

        /// About 90 ms and 32 MB in a release build.
        static let standard = Cost(logarithm: 15, blockSize: 8, parallelism: 1)
    }

    private let cost: Cost
    private let salt: Data
    private let hash: Data

    private static let byteCount = 32
    /// Above this a stored verifier is taken as damaged: 2^20 rounds would need a gigabyte.
    private static let largestLogarithm = 20

    /// The verifier of a new PIN.
    init(_ pin: String, cost: Cost = .standard) throws {
        self.cost = cost
        salt = Data((0..<16).map { _ in UInt8.random(in: .min ... .max) })
        hash = try Self.derive(pin, salt, cost)
    }

    /// Reads a stored verifier; nil when the text is none.
    init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt",
            let cost = Self.cost(parts[2]), let salt = Data(base64Encoded: String(parts[3])),
            let hash = Data(base64Encoded: String(parts[4])), hash.count == Self.byteCount, !salt.isEmpty
        else { return nil }
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    /// The form that is stored.
    var text: String {
        let parameters = "ln=\(cost.logarithm),r=\(cost.blockSize),p=\(cost.parallelism)"
        return "$scrypt$\(parameters)$\(salt.base64EncodedString())$\(hash.base64EncodedString())"
    }

    /// Whether this is the PIN. Takes as long for a wrong one as for the right one.
    func matches(_ pin: String) -> Bool {
        guard let derived = try? Self.derive(pin, salt, cost) else { return false }
        return zip(derived, hash).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func derive(_ pin: String, _ salt: Data, _ cost: Cost) throws -> Data {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(pin.utf8), salt: salt, outputByteCount: byteCount, rounds: 1 << cost.logarithm,
            blockSize: cost.blockSize, parallelism: cost.parallelism)
        return key.withUnsafeBytes { Data($0) }
    }

    private static func cost(_ text: Substring) -> Cost? {
        let names = ["ln=", "r=", "p="]
        let fields = text.split(separator: ",")
        guard fields.count == names.count else { return nil }
        let numbers = zip(fields, names).map { field, name in
            field.hasPrefix(name) ? Int(field.dropFirst(name.count)) : nil
        }
        guard let logarithm = numbers[0], let blockSize = numbers[1], let parallelism = numbers[2],
            (1...largestLogarithm).contains(logarithm), (1...32).contains(blockSize), (1...16).contains(parallelism)
        else { return nil }
        return Cost(logarithm: logarithm, blockSize: blockSize, parallelism: parallelism)
    }
}

/// What a PIN must look like.
enum PINRules {
    /// Digits alone, so that a numeric pad is enough.
    static let lengths = 4...12

    static func accepts(_ pin: String) -> Bool {
        lengths.contains(pin.count) && pin.allSatisfy { ("0"..."9").contains($0) }
    }
}
