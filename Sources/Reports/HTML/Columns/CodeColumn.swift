/// A column of texts that name values, of which there are few: the text of each is made once.
struct CodeColumn<Code: Equatable & Sendable>: ReportColumn {
  /// Values that are remembered; the text of another one is looked up.
  private static var remembered: Int { 64 }

  private var texts: TextColumn
  private var codes: ContiguousArray<(code: Code, place: UInt32)> = []

  init(_ name: StaticString, nullable: Bool = false) {
    texts = TextColumn(name, nullable: nullable)
  }

  var heading: ColumnHeading { texts.heading }
  var byteCount: Int { texts.byteCount }

  /// Appends the text of a value.
  mutating func append(_ code: Code, _ text: @autoclosure () -> String) {
    for index in codes.indices where codes[index].code == code {
      return texts.append(place: codes[index].place)
    }
    let place = texts.place(of: text())
    if codes.count < Self.remembered { codes.append((code, place)) }
    texts.append(place: place)
  }

  /// Appends no text; the column is nullable.
  mutating func appendNull() { texts.append(nil) }

  func write(to bytes: inout [UInt8]) { texts.write(to: &bytes) }
}
