import WardDomain

extension ClinicalLibrary {
    /// The library that the program brings, read once.
    public static let compiledIn = ClinicalLibrary(reading: compiledInTexts)

    /// The library of these texts and nothing else; what is wrong with them is among its faults.
    init(reading texts: [LibraryText]) {
        var files: [LibraryFile] = []
        var faults: [LibraryFault] = []
        for text in texts {
            do { files.append(try LibraryFile.read(text)) } catch { faults += error.faults }
        }
        self.init(files: files, faults: faults)
    }

    /// The compiled-in files, the protocols in the order of the clinical reference, 7.1 to 7.11.
    static var compiledInTexts: [LibraryText] {
        [
            ("caesarean-targets.toml", PackageResources.caesarean_targets_toml),
            ("indications.toml", PackageResources.indications_toml),
            ("delay-reasons.toml", PackageResources.delay_reasons_toml),
            ("labour-observation.toml", PackageResources.labour_observation_toml),
            ("typing-check.toml", PackageResources.typing_check_toml),
            ("cadence.toml", PackageResources.cadence_toml),
            ("readiness.toml", PackageResources.readiness_toml),
            ("newborn-watch.toml", PackageResources.newborn_watch_toml),
            ("newborn-outcome.toml", PackageResources.newborn_outcome_toml),
            ("newborn-due.toml", PackageResources.newborn_due_toml),
            ("risk-duties.toml", PackageResources.risk_duties_toml),
            ("site.toml", PackageResources.site_toml),
            ("pph.toml", PackageResources.pph_toml),
            ("newborn-resuscitation.toml", PackageResources.newborn_resuscitation_toml),
            ("shoulder-dystocia.toml", PackageResources.shoulder_dystocia_toml),
            ("eclampsia.toml", PackageResources.eclampsia_toml),
            ("cord-prolapse.toml", PackageResources.cord_prolapse_toml),
            ("afe.toml", PackageResources.afe_toml),
            ("maternal-arrest.toml", PackageResources.maternal_arrest_toml),
            ("category-1-caesarean.toml", PackageResources.category_1_caesarean_toml),
            ("uterine-rupture.toml", PackageResources.uterine_rupture_toml),
            ("infant-abduction.toml", PackageResources.infant_abduction_toml),
            ("nicu-evacuation.toml", PackageResources.nicu_evacuation_toml),
        ].map { name, bytes in LibraryText(name: name, text: String(decoding: bytes, as: UTF8.self)) }
    }
}
