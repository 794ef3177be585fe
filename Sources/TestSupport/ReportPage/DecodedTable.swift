internal import FoundationEssentials

/// A table of the page of `--html`, decoded by the rules of `docs/report-format.md`.
package struct DecodedTable: Sendable {
  /// A cell.
  package enum Value: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
  }

  private struct Header: Decodable {
    struct Column: Decodable {
      var name: String
      var type: String
      var delta: Bool?
      var nullable: Bool?
      var width: Int?
      var bytes: Int
    }

    var rows: Int
    var constants: [String: Constant]
    var columns: [Column]
  }

  /// A number, or the digits of one that is long.
  private enum Constant: Decodable {
    case number(Int64)
    case digits(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      self =
        if let number = try? container.decode(Int64.self) {
          .number(number)
        } else {
          .digits(try container.decode(String.self))
        }
    }
  }

  package let rows: Int
  package private(set) var constants: [String: Int64] = [:]
  package private(set) var columns: [String: [Value]] = [:]
  /// Names of the columns, in their order.
  package private(set) var names: [String] = []

  package init(_ bytes: [UInt8]) throws {
    guard bytes.count >= 4 else { throw ReportPage.Failure(reason: "no length") }
    let length = bytes[..<4].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard bytes.count >= 4 + length else { throw ReportPage.Failure(reason: "no header") }
    let header = try JSONDecoder().decode(Header.self, from: Data(bytes[4..<4 + length]))
    rows = header.rows
    for (name, constant) in header.constants {
      switch constant {
      case .number(let number): constants[name] = number
      case .digits(let digits): constants[name] = Int64(digits)
      }
    }
    var rest = bytes[(4 + length)...]
    for column in header.columns {
      guard rest.count >= column.bytes else {
        throw ReportPage.Failure(reason: "\(column.name) is cut")
      }
      names.append(column.name)
      columns[column.name] = try Self.values(Array(rest.prefix(column.bytes)), column, rows)
      rest = rest.dropFirst(column.bytes)
    }
    guard rest.isEmpty else { throw ReportPage.Failure(reason: "\(rest.count) bytes too many") }
  }

  /// The integers of a column, `nil` for those that are null.
  package func integers(_ name: String) throws -> [Int64?] {
    try column(name).map { value in
      switch value {
      case .integer(let integer): integer
      case .null: nil
      default: throw ReportPage.Failure(reason: "\(name) is no column of integers")
      }
    }
  }

  /// The texts of a column, `nil` for those that are null.
  package func texts(_ name: String) throws -> [String?] {
    try column(name).map { value in
      switch value {
      case .text(let text): text
      case .null: nil
      default: throw ReportPage.Failure(reason: "\(name) is no column of texts")
      }
    }
  }

  private func column(_ name: String) throws -> [Value] {
    guard let values = columns[name] else { throw ReportPage.Failure(reason: "no column \(name)") }
    return values
  }

  private static func values(
    _ bytes: [UInt8],
    _ column: Header.Column,
    _ rows: Int
  ) throws -> [Value] {
    var reader = VarintReader(bytes: bytes)
    var values: [Value] = []
    switch column.type {
    case "integer":
      values = try reader.integers(rows, column.delta ?? false, column.nullable ?? false)
    case "text": values = try reader.texts(rows, column.nullable ?? false)
    case "bytes":
      let width = column.width ?? 0
      values = try (0..<rows).map { _ in .bytes(try reader.take(width)) }
    default: throw ReportPage.Failure(reason: "type \(column.type)")
    }
    guard reader.isAtEnd else { throw ReportPage.Failure(reason: "\(column.name) is too long") }
    return values
  }
}

/// Reads what columns are made of.
private struct VarintReader {
  let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func take(_ count: Int) throws -> [UInt8] {
    guard position + count <= bytes.count else { throw ReportPage.Failure(reason: "cut") }
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  /// A number, which is below 2⁵³.
  private mutating func number() throws -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while let byte = try take(1).first {
      value |= UInt64(byte & 0x7f) << shift
      shift += 7
      if byte < 0x80 { break }
    }
    guard value < 1 << 53 else { throw ReportPage.Failure(reason: "\(value) is too large") }
    return value
  }

  mutating func integers(
    _ rows: Int,
    _ isDelta: Bool,
    _ isNullable: Bool
  ) throws -> [DecodedTable.Value] {
    var previous: Int64 = 0
    return try (0..<rows).map { _ in
      var number = try number()
      if isNullable {
        if number == 0 { return .null }
        number -= 1
      }
      guard isDelta else { return .integer(Int64(number)) }
      let magnitude = Int64(number >> 1)
      previous += number & 1 == 1 ? -magnitude - 1 : magnitude
      return .integer(previous)
    }
  }

  mutating func texts(_ rows: Int, _ isNullable: Bool) throws -> [DecodedTable.Value] {
    let count = Int(try number())
    var texts: [String] = []
    for _ in 0..<count {
      let bytes = try take(Int(try number()))
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw ReportPage.Failure(reason: "no UTF-8")
      }
      texts.append(text)
    }
    return try (0..<rows).map { _ in
      var place = Int(try number())
      if isNullable {
        if place == 0 { return .null }
        place -= 1
      }
      guard texts.indices.contains(place) else {
        throw ReportPage.Failure(reason: "no text \(place)")
      }
      return .text(texts[place])
    }
  }
}
