import TestSupport

/// A JSON Schema of `docs/schema`.
struct SchemaFile {
  static let directory = Corpus.repositoryRoot + "/docs/schema/"

  private let root: JSONValue

  init(_ name: String) throws {
    root = try JSONValue(try FileBytes.read(Self.directory + name + ".schema.json"))
  }

  /// The names of all members that the schema describes, as `JSONValue.paths` forms them.
  var paths: Set<String> {
    get throws { try paths(of: root, under: "") }
  }

  /// The objects that the schema describes, with their members: the document (without a name), its
  /// definitions, and what members are objects without a definition, by the name of the member.
  var objects: [(name: String, members: Set<String>)] {
    var found = objects(of: root, named: "")
    if case .object(let definitions)? = root["$defs"] {
      for (name, definition) in definitions { found += objects(of: definition, named: name) }
    }
    return found
  }

  private func objects(of schema: JSONValue, named name: String) -> [(String, Set<String>)] {
    var found: [(String, Set<String>)] = []
    if case .array(let alternatives)? = schema["anyOf"] {
      found += alternatives.flatMap { objects(of: $0, named: name) }
    }
    if let items = schema["items"] { found += objects(of: items, named: name) }
    guard case .object(let members)? = schema["properties"] else { return found }
    found.append((name, Set(members.keys)))
    for (key, member) in members { found += objects(of: member, named: key) }
    return found
  }

  private func paths(of schema: JSONValue, under prefix: String) throws -> Set<String> {
    if case .string(let reference)? = schema["$ref"] {
      if let name = reference.split(separator: "/").last, reference.hasPrefix("#/$defs/") {
        return try root["$defs"]?[String(name)].map { try paths(of: $0, under: prefix) } ?? []
      }
      let name = reference.split(separator: ":").dropLast().last.map(String.init) ?? ""
      let other = try SchemaFile(name)
      return try other.paths(of: other.root, under: prefix)
    }
    var found: Set<String> = []
    if case .array(let alternatives)? = schema["anyOf"] {
      for alternative in alternatives { found.formUnion(try paths(of: alternative, under: prefix)) }
    }
    if case .object(let members)? = schema["properties"] {
      for (name, member) in members {
        found.insert(prefix + name)
        found.formUnion(try paths(of: member, under: prefix + name + "."))
      }
    }
    if let items = schema["items"] {
      found.formUnion(try paths(of: items, under: prefix + "[]."))
    }
    return found
  }
}
