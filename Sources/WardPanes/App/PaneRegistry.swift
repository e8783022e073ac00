/// The panes in the order of their numbers. A new pane is one folder and one line here.
enum PaneRegistry {
    static func panes() -> [any Pane] {
        [
            DeliveryRoomsPane(),
            EmergencyCaesareanPane(),
            NewbornHandoverPane(),
            DrillChecklistPane(),
            FollowUpPane(),
        ]
    }
}
