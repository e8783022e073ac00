/// A square size of Data Matrix (ISO/IEC 16022, table 7), up to the largest whose codewords form one block.
struct DataMatrixSize: Hashable {
    /// Modules along a side, the finder included.
    let side: Int
    let dataWords: Int
    let checkWords: Int
    /// Regions along a side, each with a finder of its own.
    let regions: Int

    /// Modules along a side without any finder.
    var mappedSide: Int { side - 2 * regions }

    static let all: [DataMatrixSize] = [
        (10, 3, 5, 1), (12, 5, 7, 1), (14, 8, 10, 1), (16, 12, 12, 1), (18, 18, 14, 1), (20, 22, 18, 1),
        (22, 30, 20, 1), (24, 36, 24, 1), (26, 44, 28, 1), (32, 62, 36, 2), (36, 86, 42, 2), (40, 114, 48, 2),
        (44, 144, 56, 2), (48, 174, 68, 2),
    ].map { DataMatrixSize(side: $0, dataWords: $1, checkWords: $2, regions: $3) }
}
