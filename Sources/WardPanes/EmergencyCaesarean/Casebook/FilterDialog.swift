import ScreenGrid
import WardDomain

/// A filter that was chosen in a dialog.
struct CasebookFiltered: PaneMessage {
    let filter: CasebookFilter
}

/// A field to filter by was chosen: its values are counted only then.
struct CasebookFieldChosen: PaneMessage {
    let field: FilterDialog.Field
}

/// Choosing what the history is filtered by: first the field, then one of the values that there are, with how many
/// cases each has.
enum FilterDialog {
    /// What can be filtered by.
    enum Field: Sendable {
        case month, category, indication, hours, place, delay
    }

    static let fields = PickDialog(
        CasebookText.filter,
        choices: [
            choice("m", FilterWords.month, .month), choice("c", FilterWords.category, .category),
            choice("i", FilterWords.indication, .indication), choice("h", FilterWords.hours, .hours),
            choice("p", FilterWords.place, .place), choice("d", FilterWords.delay, .delay),
        ])

    private static func choice(_ letter: Character, _ label: Phrase, _ field: Field) -> PickDialog.Choice {
        PickDialog.Choice(
            letter, label, effects: [.tell(.emergencyCaesarean, CasebookFieldChosen(field: field))])
    }

    /// The values of a field.
    static func values(of field: Field, _ state: CasebookState, _ scene: Scene) -> PickDialog {
        let filter = state.filter
        return switch field {
        case .month: PickDialog(FilterWords.month, choices: months(filter, state, scene))
        case .category: PickDialog(FilterWords.category, choices: categories(filter, state, scene))
        case .indication: PickDialog(FilterWords.indication, choices: indications(filter, state, scene))
        case .hours: PickDialog(FilterWords.hours, choices: hours(filter, state, scene))
        case .place: PickDialog(FilterWords.place, choices: places(filter, state, scene))
        case .delay: PickDialog(FilterWords.delay, choices: delays(filter, state, scene))
        }
    }

    /// One value of a field: any, or what `change` asks for, with the number of its cases.
    private static func choice(
        _ label: Phrase, _ filter: CasebookFilter, _ state: CasebookState, _ scene: Scene, letter: Character? = nil,
        _ change: (inout CasebookFilter) -> Void
    ) -> PickDialog.Choice {
        var changed = filter
        change(&changed)
        let targets = CasebookTargets(scene.rules)
        let count = state.briefs.count { $0.ending != nil && changed.admits($0, scene.offset, targets) }
        return PickDialog.Choice(
            letter, Phrase(en: "\(label.en)  \(count)", zhHans: "\(label.zhHans)  \(count)"),
            role: count == 0 ? .disabled : .dialog,
            effects: [.tell(.emergencyCaesarean, CasebookFiltered(filter: changed))])
    }

    private static let any = Phrase(en: "any", zhHans: "全部")

    private static func months(
        _ filter: CasebookFilter, _ state: CasebookState, _ scene: Scene
    ) -> [PickDialog.Choice] {
        let newest = CalendarMonth(scene.today)
        return [choice(any, filter, state, scene) { $0.month = nil }]
            + (0..<CasebookState.trendMonths).map { back in
                let month = newest.advanced(months: -back)
                return choice(Phrase(en: month.text, zhHans: month.text), filter, state, scene) { $0.month = month }
            }
    }

    private static func categories(
        _ filter: CasebookFilter, _ state: CasebookState, _ scene: Scene
    ) -> [PickDialog.Choice] {
        [choice(any, filter, state, scene) { $0.category = nil }]
            + CaesareanCategory.allCases.map { category in
                choice(category.label, filter, state, scene, letter: Character("\(category.rawValue)")) {
                    $0.category = .value(category)
                }
            } + [choice(CasebookText.notRecorded, filter, state, scene) { $0.category = .notRecorded }]
    }

    private static func indications(
        _ filter: CasebookFilter, _ state: CasebookState, _ scene: Scene
    ) -> [PickDialog.Choice] {
        let known = scene.rules.indications.map(\.code)
        let others = Set(state.briefs.compactMap(\.indication)).subtracting(known).sorted()
        return [choice(any, filter, state, scene) { $0.indication = nil }]
            + (known + others).map { code in
                choice(FilterWords.coded(code, scene.rules.indication(code)), filter, state, scene) {
                    $0.indication = .value(code)
                }
            } + [choice(CasebookText.notRecorded, filter, state, scene) { $0.indication = .notRecorded }]
    }

    private static func hours(
        _ filter: CasebookFilter, _ state: CasebookState, _ scene: Scene
    ) -> [PickDialog.Choice] {
        let spans =
            [(8, 20), (20, 8), (0, 8), (8, 16), (16, 24)].map { HourSpan(from: $0, to: $1) }
            + (0..<24).map { HourSpan(from: $0, to: $0 + 1) }
        return [choice(any, filter, state, scene) { $0.hours = nil }]
            + spans.map { span in
                choice(Phrase(en: span.text, zhHans: span.text), filter, state, scene) { $0.hours = span }
            }
    }

    private static func places(
        _ filter: CasebookFilter, _ state: CasebookState, _ scene: Scene
    ) -> [PickDialog.Choice] {
        [choice(any, filter, state, scene) { $0.place = nil }]
            + DecisionPlace.allCases.map { place in
                choice(place.label, filter, state, scene) { $0.place = .value(place) }
            } + [choice(CasebookText.notRecorded, filter, state, scene) { $0.place = .notRecorded }]
    }

    private static func delays(
        _ filter: CasebookFilter, _ state: CasebookState, _ scene: Scene
    ) -> [PickDialog.Choice] {
        [choice(any, filter, state, scene) { $0.delays = [] }]
            + scene.rules.delayReasons.map { term in
                choice(FilterWords.coded(term.code, term), filter, state, scene) { $0.delays = [.code(term.code)] }
            } + [
                choice(CasebookText.anyCode, filter, state, scene) { $0.delays = [.recorded] },
                choice(CasebookText.notRecorded, filter, state, scene) { $0.delays = [.notRecorded] },
            ]
    }
}

/// A filter in words: every part of it is named.
enum FilterWords {
    static let month = Phrase(en: "month", zhHans: "月份")
    static let category = Phrase(en: "category", zhHans: "类别")
    static let indication = Phrase(en: "indication", zhHans: "适应证")
    static let hours = Phrase(en: "hour of day", zhHans: "时段")
    static let place = Phrase(en: "place of decision", zhHans: "决定地点")
    static let delay = Phrase(en: "delay reason", zhHans: "延误原因")

    static func coded(_ code: String, _ term: ClinicalRules.CodedTerm?) -> Phrase {
        Phrase(
            en: "\(code) \(term?.text.en ?? "")".safeForScreen,
            zhHans: "\(code) \(term?.text.zhHans ?? "")".safeForScreen)
    }

    /// The pieces of the line that names the filter, each of which stays whole.
    static func pieces(_ filter: CasebookFilter, _ scene: Scene) -> [String] {
        var pieces: [String] = []
        func add<Value>(_ name: Phrase, _ wanted: CasebookFilter.Wanted<Value>?, _ text: (Value) -> String) {
            switch wanted {
            case nil: break
            case .notRecorded: pieces.append("\(scene.say(name)) \(scene.say(CasebookText.notRecorded))")
            case .value(let value): pieces.append("\(scene.say(name)) \(text(value))")
            }
        }
        if let month = filter.month { pieces.append("\(scene.say(Self.month)) \(month.text)") }
        add(category, filter.category) { "\($0.rawValue)" }
        add(indication, filter.indication) { $0.safeForScreen }
        if let hours = filter.hours { pieces.append("\(scene.say(Self.hours)) \(hours.text)") }
        add(place, filter.place) { scene.say($0.label) }
        pieces += filter.delays.map { "\(scene.say(delay)) \(delayText($0, scene))" }.sorted()
        if let standing = filter.standing {
            let names = CaesareanBrief.Standing.allCases.filter(standing.contains).map { scene.say($0.label) }
            switch standing {
            case CaesareanBrief.Standing.timedBirths: pieces.append(scene.say("births by caesarean", "剖宫产娩出"))
            case CaesareanBrief.Standing.births:
                pieces.append(scene.say("births by caesarean, arrests too", "剖宫产娩出（含骤停）"))
            case CaesareanBrief.Standing.counted: pieces.append(scene.say("all but void", "不含作废"))
            case []: pieces.append(scene.say("none of these", "无符合者"))
            default: pieces.append(names.joined(separator: "/"))
            }
        }
        pieces += filter.newbornDoctor.map { scene.say(words($0)) }.sorted()
        pieces += filter.arrest.map { scene.say(words($0)) }.sorted()
        if filter.enteredAfterwards == true { pieces.append(scene.say("entered afterwards", "事后补录")) }
        return pieces
    }

    private static func delayText(_ finding: CasebookFilter.DelayFinding, _ scene: Scene) -> String {
        switch finding {
        case .code(let code): code.safeForScreen
        case .recorded: scene.say(CasebookText.anyCode)
        case .notRecorded: scene.say(CasebookText.notRecorded)
        }
    }

    private static func words(_ finding: CasebookFilter.NewbornDoctorFinding) -> Phrase {
        switch finding {
        case .withinLimit: Phrase(en: "newborn doctor in time", zhHans: "新生儿科医师按时到场")
        case .timed: CasebookText.doctorTimed
        case .beforeBirth: CasebookText.doctorFirst
        case .known: CasebookText.doctorKnown
        }
    }

    private static func words(_ finding: CasebookFilter.ArrestFinding) -> Phrase {
        switch finding {
        case .within(let milestone):
            Phrase(en: "\(milestone.label.en) in time", zhHans: "\(milestone.label.zhHans)达标")
        case .timed(let milestone): CasebookText.arrestTimed(milestone)
        case .onTheSpot: Phrase(en: "on the spot", zhHans: "就地手术")
        }
    }
}
