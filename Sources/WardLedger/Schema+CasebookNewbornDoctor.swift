extension Schema {
    /// How the newborn doctor came, which is counted over many cases.
    static let casebookNewbornDoctor = """
        ALTER TABLE casebook ADD COLUMN newbornDoctorSeconds INTEGER;
        ALTER TABLE casebook ADD COLUMN newbornDoctorBeforeBirth INTEGER;

        """
}
