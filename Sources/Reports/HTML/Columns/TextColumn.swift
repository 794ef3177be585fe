/// A column of texts, of which each is stored once.
struct TextColumn: ReportColumn {
  /// Bytes of a text that are kept: enough to recognise a name, and a URI for most purposes.
  static let longestText = 1_024

  let heading: ColumnHeading
  private var places = PlaceTable()
  /// Where each text begins and ends among the bytes of all.
  private var ranges: ContiguousArray<(start: Int, end: Int)> = []
  private var texts: [UInt8] = []
  private var rows: [UInt8] = []

  init(_ name: StaticString, nullable: Bool = false) {
    heading = ColumnHeading(name: name, kind: .text, isNullable: nullable)
  }

  /// Asked for every row, to keep within the budget.
  var byteCount: Int { places.count.varintLength + texts.count + rows.count }

  mutating func append(_ text: String) { append(place: place(of: text)) }

  /// Appends a text or none; the column is nullable.
  mutating func append(_ text: String?) {
    if let text { append(text) } else { rows.append(0) }
  }

  mutating func append(_ name: StaticString) { append(name.description) }

  /// Where the column keeps a text; texts are alike if their bytes are.
  mutating func place(of text: String) -> UInt32 {
    var kept = text.utf8.count > Self.longestText ? text.shortened(to: Self.longestText) : text
    return kept.withUTF8 { place(of: $0) }
  }

  private mutating func place(of text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = PlaceTable.hash(text)
    let known = texts.withUnsafeBufferPointer { texts in
      places.place(hash) { place in
        let range = ranges[place]
        return range.end - range.start == text.count
          && UnsafeBufferPointer(rebasing: texts[range.start..<range.end]).elementsEqual(text)
      }
    }
    if let known { return known }
    texts.append(varint: UInt64(text.count))
    ranges.append((texts.count, texts.count + text.count))
    texts.append(contentsOf: text)
    return places.append(hash)
  }

  /// Appends a text that the column keeps.
  mutating func append(place: UInt32) {
    rows.append(varint: UInt64(place) &+ (heading.isNullable ? 1 : 0))
  }

  func write(to bytes: inout [UInt8]) {
    bytes.append(varint: UInt64(places.count))
    bytes += texts
    bytes += rows
  }
}

extension Int {
  /// Bytes of a number of seven bits a byte.
  fileprivate var varintLength: Int { (Int.bitWidth - (self | 1).leadingZeroBitCount + 6) / 7 }
}

extension String {
  /// The beginning of the text, with an ellipsis where the rest is left out.
  fileprivate func shortened(to length: Int) -> String {
    var kept = Substring(self)
    while kept.utf8.count > length - "…".utf8.count {
      // Scalar by scalar once it is near: a character may be as long as the text.
      let surplus = kept.utf8.count - (length - "…".utf8.count)
      kept.unicodeScalars.removeLast(Swift.max(1, surplus / 4))
    }
    return kept + "…"
  }
}
