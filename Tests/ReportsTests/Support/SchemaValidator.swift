import TestSupport
import Testing

/// Python's `jsonschema` as a judge of JSON documents, one on each line.
enum SchemaValidator {
  static let isPresent: Bool = {
    guard let python = Tool("python3") else { return false }
    let result = try? python.run(["-c", "import jsonschema, referencing"])
    return result?.status == 0
  }()

  static func run(_ schema: String, _ lines: [UInt8]) throws -> Tool.Result {
    let directory = try TemporaryDirectory()
    let document = try directory.write(lines, to: "lines.json")
    let python = try #require(Tool("python3"))
    return try python.run(["-c", script, SchemaFile.directory, schema, document])
  }

  private static let script = """
    import glob, json, sys
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource
    folder, name, lines = sys.argv[1:]
    schemas = [json.load(open(path)) for path in glob.glob(folder + "*.schema.json")]
    for schema in schemas:
        Draft202012Validator.check_schema(schema)
    registry = Registry().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in schemas)
    schema = json.load(open(folder + name + ".schema.json"))
    validator = Draft202012Validator(schema, registry=registry)
    failed = 0
    for line in open(lines):
        for error in validator.iter_errors(json.loads(line)):
            failed += 1
            print(error.json_path, error.message[:200], file=sys.stderr)
    sys.exit(1 if failed else 0)
    """
}
