import WardDomain

/// How a time is understood while it is typed.
enum TypedTime {
    /// The day and time that are meant, where they are not today's; nil for a time of today and for what is none.
    static func note(_ text: String, _ scene: Scene) -> String? {
        guard let moment = moment(text, scene) else { return nil }
        let local = LocalTime(moment, scene.offset)
        guard local.day != scene.today else { return nil }
        let isYesterday = local.day == scene.today.advanced(days: -1)
        return "= \(local.day) \(local.hourMinute)" + (isYesterday ? scene.say(" yesterday", " 昨天") : "")
    }

    private static func moment(_ text: String, _ scene: Scene) -> Moment? {
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        do throws(TimeEntry.Fault) {
            return try TimeEntry.read(text, now: scene.now.moment, scene.offset)
        } catch {
            return nil
        }
    }
}
