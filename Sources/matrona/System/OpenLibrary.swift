import ClinicalLibrary
import ScreenGrid
import WardDomain

/// Reading the clinical library with the hospital's own files, with a word where one of those is not in force.
enum OpenLibrary {
    static func at(_ folder: String, in language: Language = Surroundings.language()) -> ClinicalLibrary {
        let library = ClinicalLibrary.load(folder: folder)
        if let notice = library.notice { StandardError.line(notice[language].safeForScreen) }
        return library
    }
}

extension ClinicalLibrary {
    /// That files of the hospital are not in force; nil when all are.
    var notice: Phrase? {
        guard let first = faults.first else { return nil }
        let files = Set(faults.map(\.file)).count
        return Phrase(
            en: """
                \(files) file\(files == 1 ? " of the hospital is" : "s of the hospital are") NOT in force; what Matrona \
                brings is, in place: \(first.text(in: .english)) 'matrona doctor' tells all.
                """,
            zhHans: "\(files) 个本院文件未生效，现用随附版本：\(first.text(in: .chinese)) 详见 matrona doctor。")
    }
}
