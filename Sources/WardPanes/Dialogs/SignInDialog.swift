import ScreenGrid
import WardDomain

/// Badge, scanned or typed, then PIN; then what was asked for before, if anything. On the demo ward the badges and PINs
/// stand below.
struct SignInDialog: DialogPanel {
    let title = Phrase(en: "Sign in", zhHans: "登录")
    /// The key that waits for somebody to sign in.
    let next: BindingLine?
    private let demo: [AppSettings.DemoStaff]?
    private var form = Form<String>([
        ("badge", .text(TextField())), ("pin", .text(TextField())),
    ])
    private var message: (text: Phrase, role: StyleRole)?

    init(badge: Badge?, demo: [AppSettings.DemoStaff]?, next: BindingLine? = nil) {
        self.demo = demo
        self.next = next
        if let next {
            let text = Phrase(
                en: "Sign in first. Then: \(next.label.en)", zhHans: "请先登录，然后：\(next.label.zhHans)")
            message = (text, .dialog)
        }
        guard let badge else { return }
        form.setText(badge.rawValue, for: "badge")
        form.setFocus("pin")
    }

    func bindingLines(_ scene: Scene) -> [BindingLine] {
        [
            BindingLine(key: .enter, label: Phrase(en: "sign in", zhHans: "登录")),
            BindingLine(key: .escape, label: Phrase(en: "back", zhHans: "返回")),
        ]
    }

    mutating func take(_ key: Key, _ scene: Scene) -> DialogResponse {
        guard key == .enter, form.focus == "pin" || !form.text("pin").isEmpty else {
            return form.take(key) == .cancelled ? .close : .stay
        }
        return check(scene)
    }

    /// A PIN that came at once with its Enter is never taken for a badge, which would stand there for all to read.
    mutating func take(typed burst: TypedBurst, _ scene: Scene) -> DialogResponse? {
        guard form.focus == "pin", burst.isPIN else { return nil }
        form.paste(burst.text)
        return check(scene)
    }

    mutating func take(scan: String, _ scene: Scene) -> DialogResponse {
        form.setText(scan.safeForScreen, for: "badge")
        form.setText("", for: "pin")
        form.setFocus("pin")
        return .stay
    }

    private mutating func check(_ scene: Scene) -> DialogResponse {
        let badge = Badge(BandCode.normalized(form.text("badge")))
        guard let member = scene.ward.roster[badge] else { return fail(Refusal.badgeUnknown(badge).text) }
        guard !member.retired else { return fail(Refusal.badgeRetired(badge).text) }
        guard member.hasPIN else {
            return fail(Phrase(en: "No PIN is set for this badge yet.", zhHans: "此工牌尚未设置密码。"))
        }
        message = nil
        return .stay(.checkPIN(badge, pin: form.text("pin")))
    }

    private mutating func fail(_ text: Phrase) -> DialogResponse {
        message = (text, .fieldError)
        return .stay
    }

    mutating func learn(_ answer: PINAnswer, pinOf badge: Badge, _ scene: Scene) -> DialogResponse {
        guard let why = answer.said else { return .close }
        form.setText("", for: "pin")
        form.setFocus("pin")
        return fail(why)
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        let staff = demo ?? []
        let columns = min(56, DialogFrame.contentColumns(title, in: grid.area))
        let lines = message.map { scene.say($0.text).wrapped(to: columns) } ?? []
        let head = 3 + max(1, lines.count)
        let size = Size(columns: 56, rows: head + staff.count + (staff.isEmpty ? 0 : 1))
        DialogFrame.draw(title, content: size, on: &grid, scene) { grid in
            let fields = grid.area.splitTop(2).top
            grid.draw(
                FormView(form) { id in
                    id == "pin"
                        ? .init(scene.say("PIN", "密码"), isSecret: true)
                        : .init(scene.say("badge (scan or type)", "工牌（扫描或输入）"))
                }, in: fields)
            for (row, line) in lines.enumerated() { grid.put(line, at: Point(0, 3 + row), message?.role ?? .dialog) }
            guard !staff.isEmpty else { return }
            grid.inside(grid.area.splitTop(head).rest) { grid in
                grid.put(scene.say("DEMO badges and PINs:", "演示工牌与密码："), at: Point(0, 0), .demo)
                for (row, member) in staff.enumerated() {
                    let work = scene.ward.roster[member.badge]?.work.label ?? member.role.label
                    let line =
                        "\(member.badge.rawValue.padded(to: 8)) \(member.pin.padded(to: 6)) \(member.name)  \(scene.say(work))"
                    grid.put(line, at: Point(0, row + 1), .dialog)
                }
            }
        }
    }
}
