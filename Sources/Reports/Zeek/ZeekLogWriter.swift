internal import Packets

/// Writes a log of Zeek, as TSV or JSON Lines, from rows that hand over field by field.
///
/// In TSV the first row is asked for the names of its fields, for their types and for their values,
/// so that header and lines cannot differ.
struct ZeekLogWriter: ~Copyable {
  private enum Part {
    case names
    case types
    case values
  }

  private let format: ZeekLogFormat
  private var json: JSONWriter
  private var part = Part.values
  private var isFirstField = true
  private var hasHeader = false
  private var last = Int64.min

  init(_ output: consuming ByteWriter, format: ZeekLogFormat) {
    json = JSONWriter(output)
    self.format = format
  }

  mutating func write<Row: ZeekRow>(_ row: Row) throws(OutputError) {
    last = max(last, row.end)
    switch format {
    case .json:
      json.beginObject()
      row.write(to: &self)
      json.endObject()
      json.endLine()
    case .tsv:
      writeHeaderOnce(row)
      isFirstField = true
      row.write(to: &self)
      json.output.put(UInt8(ascii: "\n"))
    }
    try json.output.checkpoint()
  }

  mutating func finish() throws(OutputError) {
    if hasHeader { json.output.putZeekTime("#close", Timestamp(nanoseconds: last)) }
    try json.output.flush()
  }

  /// What a log in memory has collected.
  mutating func takeBytes() -> [UInt8] { json.output.takeBytes() }

  /// Writes the lines in front of the first one, as TSV has them.
  mutating func writeHeaderOnce<Row: ZeekRow>(_ row: Row) {
    guard format == .tsv, !hasHeader else { return }
    hasHeader = true
    last = max(last, row.end)
    json.output.putZeekHeader(path: Row.log.path, opened: Timestamp(nanoseconds: row.time))
    for (line, part) in [("#fields", .names), ("#types", .types)] as [(StaticString, Part)] {
      json.output.put(line)
      self.part = part
      row.write(to: &self)
      json.output.put(UInt8(ascii: "\n"))
    }
    part = .values
  }

  /// Puts a field: its value with `tsv` or `json`, or its name or type where these are asked for.
  private mutating func field(
    _ name: StaticString,
    _ type: StaticString,
    isSet: Bool,
    tsv: (inout ByteWriter) -> Void,
    json putMember: (inout JSONWriter) -> Void
  ) {
    guard format == .tsv else {
      if isSet { putMember(&json) }
      return
    }
    if part != .values || !isFirstField { json.output.put(UInt8(ascii: "\t")) }
    isFirstField = false
    switch part {
    case .names: json.output.put(name)
    case .types: json.output.put(type)
    case .values where isSet: tsv(&json.output)
    case .values: json.output.put(UInt8(ascii: "-"))
    }
  }

  // MARK: Fields by their Zeek types; `nil` is unset

  mutating func time(_ name: StaticString, _ nanoseconds: Int64?) {
    seconds(name, "time", nanoseconds)
  }

  mutating func interval(_ name: StaticString, _ nanoseconds: Int64?) {
    seconds(name, "interval", nanoseconds)
  }

  private mutating func seconds(_ name: StaticString, _ type: StaticString, _ value: Int64?) {
    let value = (isSet: value != nil, nanoseconds: value ?? 0)
    field(
      name,
      type,
      isSet: value.isSet,
      tsv: { $0.put(seconds: value.nanoseconds, decimals: 6) },
      json: { $0.number(name) { $0.put(seconds: value.nanoseconds, decimals: 6) } }
    )
  }

  mutating func count(_ name: StaticString, _ value: UInt64?) {
    let (isSet, number) = (value != nil, value ?? 0)
    field(name, "count", isSet: isSet, tsv: { $0.put(number) }, json: { $0.field(name, number) })
  }

  mutating func bool(_ name: StaticString, _ value: Bool?) {
    let (isSet, flag) = (value != nil, value ?? false)
    field(
      name,
      "bool",
      isSet: isSet,
      tsv: { $0.put(UInt8(ascii: flag ? "T" : "F")) },
      json: { $0.field(name, flag) }
    )
  }

  mutating func string(_ name: StaticString, _ value: String?, type: StaticString = "string") {
    let (isSet, text) = (value != nil, value ?? "")
    field(name, type, isSet: isSet, tsv: { $0.put(zeek: text) }, json: { $0.field(name, text) })
  }

  /// Text that `put` writes, in which no character needs an escape.
  mutating func characters(
    _ name: StaticString,
    type: StaticString = "string",
    isSet: Bool = true,
    _ put: (inout ByteWriter) -> Void
  ) {
    field(name, type, isSet: isSet, tsv: put, json: { $0.quoted(name, put) })
  }

  /// Text whose encoding is not known.
  mutating func string(_ name: StaticString, bytes value: [UInt8]?) {
    let (isSet, bytes) = (value != nil, value ?? [])
    field(
      name,
      "string",
      isSet: isSet,
      tsv: { $0.put(zeek: bytes) },
      json: { $0.field(name, ZeekText.text(of: bytes)) }
    )
  }

  mutating func address(_ name: StaticString, _ value: IPAddress?) {
    let (isSet, address) = (value != nil, value ?? IPAddress(v4: 0))
    field(name, "addr", isSet: isSet, tsv: { $0.put(address) }, json: { $0.field(name, address) })
  }

  mutating func port(_ name: StaticString, _ value: UInt16?) {
    let (isSet, port) = (value != nil, value ?? 0)
    field(
      name,
      "port",
      isSet: isSet,
      tsv: { $0.put(UInt64(port)) },
      json: { $0.field(name, port) }
    )
  }

  /// A set or vector of something that is written as text.
  mutating func list(_ name: StaticString, _ values: [String]?, type: StaticString) {
    let (isSet, texts) = (values != nil, values ?? [])
    field(
      name,
      type,
      isSet: isSet,
      tsv: { output in
        if texts.isEmpty { output.put("(empty)") }
        for (index, text) in texts.enumerated() {
          if index > 0 { output.put(UInt8(ascii: ",")) }
          output.put(zeek: text, inList: true)
        }
      },
      json: { json in
        json.beginArray(name)
        for text in texts { json.element(text) }
        json.endArray()
      }
    )
  }

  mutating func intervals(_ name: StaticString, _ values: [Int64]?) {
    let (isSet, values) = (values != nil, values ?? [])
    field(
      name,
      "vector[interval]",
      isSet: isSet,
      tsv: { output in
        if values.isEmpty { output.put("(empty)") }
        for (index, value) in values.enumerated() {
          if index > 0 { output.put(UInt8(ascii: ",")) }
          output.put(seconds: value, decimals: 6)
        }
      },
      json: { json in
        json.beginArray(name)
        for value in values { json.element(seconds: value, decimals: 6) }
        json.endArray()
      }
    )
  }
}
