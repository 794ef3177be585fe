internal import Packets

/// Writes comma-separated values (RFC 4180): CRLF line ends, quotation marks where needed.
///
/// A table is described once, by a function that calls `cell` for each column; run with `.names`
/// it writes the header row, with `.values` a row, with `.blanks` cells of which nothing is known.
/// So the header and the rows cannot disagree.
struct CSVWriter: ~Copyable {
  /// What `cell` writes.
  enum Mode {
    case names
    case values
    case blanks
  }

  var output: ByteWriter
  var mode: Mode = .values
  /// Goes before the names of columns, for those that exist once for each side.
  var prefix: StaticString = ""
  private var isFirst = true

  init(_ output: consuming ByteWriter) { self.output = output }

  mutating func endRow() {
    output.put("\r\n")
    isFirst = true
  }

  // MARK: Cells

  mutating func cell(_ name: StaticString, _ value: UInt64?) {
    guard begin(name), let value else { return }
    output.put(value)
  }

  mutating func cell(_ name: StaticString, _ value: Int64?) {
    guard begin(name), let value else { return }
    output.put(value)
  }

  mutating func cell(_ name: StaticString, _ value: UInt32?) { cell(name, value.map(UInt64.init)) }

  mutating func cell(_ name: StaticString, _ value: UInt16?) { cell(name, value.map(UInt64.init)) }

  mutating func cell(_ name: StaticString, _ value: UInt8?) { cell(name, value.map(UInt64.init)) }

  mutating func cell(_ name: StaticString, _ value: Bool) {
    guard begin(name) else { return }
    output.put(value ? "true" : "false" as StaticString)
  }

  /// The value is a name that needs no escaping.
  mutating func cell(_ name: StaticString, _ value: StaticString?) {
    guard begin(name), let value else { return }
    output.put(value)
  }

  mutating func cell(_ name: StaticString, _ address: IPAddress) {
    guard begin(name) else { return }
    output.put(address)
  }

  mutating func cell(_ name: StaticString, _ text: String) {
    guard begin(name) else { return }
    put(escaping: text)
  }

  /// A cell whose bytes `put` writes and which need no escaping.
  mutating func cell(_ name: StaticString, _ put: (inout ByteWriter) -> Void) {
    guard begin(name) else { return }
    put(&output)
  }

  /// Starts a cell; whether its value is wanted.
  private mutating func begin(_ name: StaticString) -> Bool {
    if !isFirst { output.put(UInt8(ascii: ",")) }
    isFirst = false
    if mode == .names {
      output.put(prefix)
      output.put(name)
    }
    return mode == .values
  }

  /// Puts a text so that no spreadsheet takes it for a formula: what could start one gets an
  /// apostrophe in front (OWASP "CSV Injection").
  ///
  /// Tables are also looked at in terminals: control characters, line ends among them, are made
  /// visible.
  private mutating func put(escaping text: String) {
    let text = text.visible
    let isFormula = text.utf8.first.map { Self.formulaStarts.contains($0) } ?? false
    let needsQuotes = text.utf8.contains { Self.quotedBytes.contains($0) }
    if needsQuotes { output.put(UInt8(ascii: "\"")) }
    if isFormula { output.put(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { output.put(byte) }
      output.put(byte)
    }
    if needsQuotes { output.put(UInt8(ascii: "\"")) }
  }

  private static let formulaStarts = Array("=+-@".utf8)
  private static let quotedBytes = Array(",\"".utf8)
}
