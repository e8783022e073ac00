import Foundation
import Testing

@testable import WardDomain

@Suite struct FactFormTests {
    @Test func everyKindOfFactIsStoredAndReadBack() throws {
        let ward = try WardFixture.wholeEvening()

        for entry in ward.entries {
            let type = type(of: entry.fact)
            let payload = try FactKinds.encode(entry.fact)
            let read = try FactKinds.decode(kind: type.kind, schema: type.schema, payload: payload)
            #expect(AnyHashable(read) == AnyHashable(entry.fact), "\(type.kind)")
            #expect(try FactKinds.encode(read) == payload, "\(type.kind)")
            #expect(!entry.fact.summary.en.isEmpty && !entry.fact.summary.zhHans.isEmpty, "\(type.kind)")
        }
        let seen = Set(ward.entries.map { type(of: $0.fact).kind })
        #expect(seen == Set(FactKinds.all.map { $0.kind }), "the evening lacks a kind of fact")
    }

    @Test func everyKindIsUniqueAndWhatItMayCorrectIsAFieldOfIt() throws {
        let ward = try WardFixture.wholeEvening()
        #expect(Set(FactKinds.all.map { $0.kind }).count == FactKinds.all.count)
        for entry in ward.entries {
            let fields = Set(Mirror(reflecting: entry.fact).children.compactMap(\.label).map { $0.drop { $0 == "_" } })
            let correctable = Set(type(of: entry.fact).correctable.map { Substring($0) })
            #expect(correctable.isSubset(of: fields), "\(type(of: entry.fact))")
        }
    }

    @Test(arguments: [("motherTeleported", 1), ("motherAdmitted", 2)])
    func anUnknownKindOrVersionIsAFaultAndNeverSkipped(kind: String, schema: Int) {
        #expect(throws: FoldFault.unknown(kind: kind, schema: schema)) {
            try FactKinds.decode(kind: kind, schema: schema, payload: "{}")
        }
    }

    @Test func everyFoldedStateIsStoredAndReadBackInOneForm() throws {
        let ward = try WardFixture.wholeEvening()
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys

        for stream in ward.streams {
            switch try #require(ward.folded(stream)) {
            case .admission(let admission):
                #expect(try roundTrip(admission) == admission)
                #expect(try encoder.encode(admission) == encoder.encode(roundTrip(admission)))
            case .checklist(let run): #expect(try roundTrip(run) == run)
            case .roster(let roster):
                #expect(try roundTrip(roster) == roster)
                #expect(try encoder.encode(roster) == encoder.encode(roundTrip(roster)))
            case .ward(let plan): #expect(try roundTrip(plan) == plan)
            case .finding(let finding): #expect(try roundTrip(finding) == finding)
            case .rhythm(let held): #expect(try roundTrip(held) == held)
            case .kitCheck(let check): #expect(try roundTrip(check) == check)
            case .headCount(let count): #expect(try roundTrip(count) == count)
            case .shift(let record): #expect(try roundTrip(record) == record)
            case .access: break
            }
        }
    }

    @Test func dictionariesByEnumOrNumberAreJSONObjects() throws {
        let ward = try WardFixture.wholeEvening()
        let admission = try #require(ward.everyAdmission.first { $0.identity.mrn == "ZY1" })
        let json = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(admission))
        let apgar = try #require(json["newborns"]?[0]?["apgar"]?.keys)
        let marks = try #require(json["runs"]?[0]?["marks"]?.keys)

        #expect(apgar == ["1", "10"])
        #expect(marks == ["ARRIVE"])
        #expect(json["observedAt"]?.keys?.contains("cervix") == true)
        #expect(json["saidAt"]?.keys?.contains("risk") == true)
    }

    @Test func setsAreWrittenInOneOrder() throws {
        let flags = SpecialFlag.allCases
        for shift in flags.indices {
            var admission = Admission(id: AdmissionID("a1"))
            admission.flags = Set(flags[shift...] + flags[..<shift])
            let facts: [any Fact] = [
                MotherAdmitted(identity: MotherIdentity(name: "x"), admittedAt: nil, bed: nil, flags: admission.flags),
                MotherIdentified(known: MotherIdentity(), flags: admission.flags),
            ]
            let order = #""flags":["allergy","gbs","multiple","rhNegative","scar"]"#
            for fact in facts { #expect(try FactKinds.encode(fact).contains(order)) }
            #expect(String(decoding: try JSONEncoder().encode(admission), as: UTF8.self).contains(order))
        }
    }

    @Test func anAbsentSetOfFlagsIsNotWritten() throws {
        let fact = MotherIdentified(known: MotherIdentity(name: "x"), flags: nil)

        #expect(try FactKinds.encode(fact) == #"{"known":{"name":"x"}}"#)
    }

    @Test func whatWouldNotBeSeenIsRecordedInNoField() throws {
        let fact = HandoverRefused(
            newborn: NewbornID("b"), receiver: .mother, to: .nicu,
            reason: "a\u{200B}s\u{202E}le\u{9B}ep न\u{200D}शा")

        #expect(try FactKinds.encode(fact).contains("\"asleep न\u{200D}शा\""))
    }

    @Test func anObservationHoldsItsMomentsAsNumbers() throws {
        let observation = ObservingTests.observation {
            $0.fullyDilatedAt = Moment(milliseconds: 1_795_341_600_000)
            $0.cervix = 10
        }

        let payload = try FactKinds.encode(LabourObserved(observation: observation, reason: nil))

        #expect(payload == #"{"observation":{"cervix":10,"fullyDilatedAt":1795341600000}}"#)
    }
}

extension JSONValue {
    /// A field of an object.
    subscript(name: String) -> JSONValue? {
        guard case .object(let fields) = self else { return nil }
        return fields[name]
    }

    /// An element of an array.
    subscript(index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    /// The names of an object's fields.
    var keys: Set<String>? {
        guard case .object(let fields) = self else { return nil }
        return Set(fields.keys)
    }
}
