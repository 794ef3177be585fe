import FoundationEssentials

/// Any JSON document, so that tests can look at output without a type for it.
enum JSONValue: Decodable, Equatable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int64.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  init(_ bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }

  subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  var keys: Set<String> {
    guard case .object(let members) = self else { return [] }
    return Set(members.keys)
  }

  /// The names of all members, those of nested objects with dots in front; array elements as `[]`.
  var paths: Set<String> { paths(under: "") }

  private func paths(under prefix: String) -> Set<String> {
    switch self {
    case .object(let members):
      members.reduce(into: []) { paths, member in
        paths.insert(prefix + member.key)
        paths.formUnion(member.value.paths(under: prefix + member.key + "."))
      }
    case .array(let elements):
      elements.reduce(into: []) { $0.formUnion($1.paths(under: prefix + "[].")) }
    default: []
    }
  }
}
