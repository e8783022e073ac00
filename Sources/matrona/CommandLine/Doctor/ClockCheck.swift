import WardDomain

/// Whether the clocks can be trusted.
struct ClockCheck {
    /// When the newest entry of the store was recorded; nil without one.
    let newest: Moment?
    private let clock = SystemClock()

    /// Terminals of one server share its clock; more than this behind is no rounding.
    private static let toleratedSeconds = 2

    init(newest: Moment?) {
        self.newest = newest
    }

    var findings: [DoctorFinding] { [wallClock, bootClock] }

    private var wallClock: DoctorFinding {
        let topic = Phrase(en: "clock", zhHans: "时钟")
        let now = clock.now().moment
        let shown = ISO8601.text(now, SystemClock.offset)
        if clock.isStepped {
            return DoctorFinding(
                .toDo, topic,
                Phrase(
                    en: "\(shown), moved for a test: unset MATRONA_CLOCK_STEP_FILE",
                    zhHans: "\(shown)，为测试而调整：请取消 MATRONA_CLOCK_STEP_FILE"))
        }
        if let newest, now.seconds(to: newest) > Self.toleratedSeconds {
            let behind = now.seconds(to: newest)
            return DoctorFinding(
                .toDo, topic,
                Phrase(
                    en: "\(shown), \(behind) s behind the newest entry; set the clock right",
                    zhHans: "\(shown)，比最新记录慢 \(behind) 秒，请校准系统时钟"))
        }
        return DoctorFinding(.ok, topic, Phrase(en: shown, zhHans: shown))
    }

    private var bootClock: DoctorFinding {
        let topic = Phrase(en: "boot clock", zhHans: "启动时钟")
        guard !clock.bootID.isEmpty else {
            return DoctorFinding(
                .toDo, topic,
                Phrase(
                    en: "the boot is not named: intervals follow the wall clock; mount /proc",
                    zhHans: "无法识别本次启动，间隔将按系统时钟计算，请挂载 /proc"))
        }
        let hours = clock.uptime / 3_600_000_000_000
        return DoctorFinding(.ok, topic, Phrase(en: "up \(hours) h", zhHans: "已运行 \(hours) 小时"))
    }
}
