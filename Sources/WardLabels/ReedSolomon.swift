/// Check codewords over GF(256) with the field polynomial of Data Matrix, 0x12D (ISO/IEC 16022, 5.7 and annex E).
enum ReedSolomon {
    private static let fieldPolynomial = 0x12D

    /// Powers of two in the field, and the exponents that they come from.
    private static let tables: (powers: [Int], exponents: [Int]) = {
        var powers = [Int](repeating: 0, count: 255)
        var exponents = [Int](repeating: 0, count: 256)
        var value = 1
        for exponent in 0..<255 {
            powers[exponent] = value
            exponents[value] = exponent
            value <<= 1
            if value > 255 { value ^= fieldPolynomial }
        }
        return (powers, exponents)
    }()

    /// As many check codewords as asked for, highest power first.
    static func checkWords(of data: [UInt8], count: Int) -> [UInt8] {
        let generator = generator(degree: count)
        var remainder = [Int](repeating: 0, count: count)
        for word in data {
            let factor = Int(word) ^ remainder[0]
            remainder.removeFirst()
            remainder.append(0)
            for index in remainder.indices { remainder[index] ^= product(factor, generator[index]) }
        }
        return remainder.map { UInt8($0) }
    }

    /// The coefficients below the highest of (x - 2)(x - 4)...(x - 2^degree).
    private static func generator(degree: Int) -> [Int] {
        var coefficients = [1]
        for exponent in 1...degree {
            let root = tables.powers[exponent % 255]
            var next = coefficients + [0]
            for (index, coefficient) in coefficients.enumerated() { next[index + 1] ^= product(coefficient, root) }
            coefficients = next
        }
        return Array(coefficients.dropFirst())
    }

    private static func product(_ left: Int, _ right: Int) -> Int {
        guard left != 0, right != 0 else { return 0 }
        return tables.powers[(tables.exponents[left] + tables.exponents[right]) % 255]
    }
}
