extension Schema {
    /// The target of a case's own day, by which it is judged whatever the library says later.
    static let casebookTarget = """
        ALTER TABLE casebook ADD COLUMN targetSeconds INTEGER;

        """
}
