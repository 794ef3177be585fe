import TestSupport
import Testing

/// The program under test, as it was built.
enum Program {
  static func run(
    _ arguments: [String],
    input: String = "/dev/null"
  ) throws -> Tool.Result {
    try #require(Tool(built: "apus"), "apus is built with the tests").run(arguments, input: input)
  }

  /// Runs a line of the shell in which `$APUS` is the program.
  static func shell(_ line: String) throws -> Tool.Result {
    let apus = try #require(Tool(built: "apus"))
    let sh = try #require(Tool("sh"))
    return try sh.run(["-c", "APUS='\(apus.path)'; \(line)"])
  }
}
