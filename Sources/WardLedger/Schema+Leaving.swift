extension Schema {
    /// Finds the newborns who left lately.
    static let leaving = """
        CREATE INDEX newbornByLeaving ON newborn (placeSince) WHERE here = 0;

        """
}
