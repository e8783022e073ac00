extension Schema {
    /// The ways from a mother's cardiac arrest, which are reported apart.
    static let casebookArrests = """
        ALTER TABLE casebook ADD COLUMN arrestToIncisionSeconds INTEGER;
        ALTER TABLE casebook ADD COLUMN arrestToBirthSeconds INTEGER;
        ALTER TABLE casebook ADD COLUMN onTheSpot INTEGER;

        """
}
