// ClinicalLibrary
