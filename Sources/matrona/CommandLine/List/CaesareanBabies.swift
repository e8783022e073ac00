import WardDomain

/// What became of the babies of a caesarean: the first in columns of its own, every one as a part.
enum CaesareanBabies {
    static func fields(_ time: TimeText) -> [ListField<CaesareanCase>] {
        [
            ListField("babyCount") { .optional($0.babies.count) },
            ListField("babies", isFlat: false) { found in
                .array(found.babies.map { .object(parts($0, time).map { JSONText.Member($0.key, $0.value) }) })
            },
        ]
            + keys.enumerated().map { index, key in
                ListField(column(key)) { found in
                    found.babies.first.map { parts($0, time)[index].value } ?? .null
                }
            }
    }

    /// What is told of each baby.
    static let keys = [
        "newborn", "order", "bornAt", "outcome", "sex", "weightGrams", "apgar1", "apgar5", "apgar10",
        "arterialPHThousandths", "arterialBaseDeficitTenths", "venousPHThousandths", "venousBaseDeficitTenths",
        "cordGasesNotTaken", "intensiveCareAt",
    ]

    /// The name of the first baby's column: `firstBabyApgar1`.
    static func column(_ key: String) -> String {
        "firstBaby" + key.prefix(1).uppercased() + key.dropFirst()
    }

    private static func parts(_ baby: CaesareanCase.Baby, _ time: TimeText) -> [(key: String, value: JSONText)] {
        let newborn = baby.newborn
        let (arterial, venous) = (newborn.arterialGas, newborn.venousGas)
        let values: [JSONText] =
            [
                .string(newborn.id.rawValue), .optional(newborn.order), time(newborn.bornAt),
                .string(newborn.outcome.rawValue), .optional(newborn.sex?.rawValue), .optional(newborn.weightGrams),
            ] + [1, 5, 10].map { .optional(newborn.apgar[$0]?.total) }
            + [
                .optional(arterial?.pHThousandths), .optional(arterial?.baseDeficitTenths),
                .optional(venous?.pHThousandths), .optional(venous?.baseDeficitTenths),
                .bool(newborn.gasesNotTaken), time(baby.intensiveCareSince),
            ]
        return zip(keys, values).map { (key: $0, value: $1) }
    }
}
