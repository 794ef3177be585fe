#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A program of the machine that tests compare with: tshark, capinfos, tcptrace.
package struct Tool: Sendable {
  /// What a finished program left behind.
  package struct Result: Sendable {
    /// Exit status; 128 + signal number where a signal ended it.
    package var status: Int32
    package var output: [UInt8]
    package var errors: [UInt8]

    /// Standard output as text.
    package var text: String { String(decoding: output, as: UTF8.self) }
    /// Standard output as lines.
    package var lines: [Substring] {
      text.split(separator: "\n", omittingEmptySubsequences: true)
    }
    /// Standard error as text.
    package var errorText: String { String(decoding: errors, as: UTF8.self) }
  }

  /// Absolute path of the program.
  package let path: String

  /// Looks for the program on PATH; nil where it is not installed.
  package init?(_ name: String) {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let candidates = folders.split(separator: ":").map { $0 + "/" + name }
    guard let found = candidates.first(where: { access($0, X_OK) == 0 }) else { return nil }
    path = found
  }

  /// The program that was built beside the running tests; nil where it was not built.
  package init?(built name: String) {
    // On Linux the test bundle is the running program, on macOS an argument of it.
    guard let argument = CommandLine.arguments.first(where: { $0.contains(".xctest") }),
      let end = argument.firstRange(of: ".xctest"),
      let slash = argument[..<end.lowerBound].lastIndex(of: "/")
    else { return nil }
    path = argument[...slash] + name
    guard access(path, X_OK) == 0 else { return nil }
  }

  /// Whether the program is on PATH.
  package static func isPresent(_ name: String) -> Bool { Tool(name) != nil }

  /// Runs the program to its end with an empty HOME, the C locale and UTC.
  ///
  /// Output goes through files, so no amount of it can block the program.
  package func run(_ arguments: [String], input: String = "/dev/null") throws -> Result {
    let home = try TemporaryDirectory()
    let output = home.file("stdout")
    let errors = home.file("stderr")
    var actions = makeFileActions()
    defer { posix_spawn_file_actions_destroy(&actions) }
    let create = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, create, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, create, 0o600)

    let searchPath = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let environment = ["HOME=" + home.path, "LC_ALL=C", "TZ=UTC", "PATH=" + searchPath]
    var process: pid_t = 0
    let failure = withCStrings([path] + arguments) { argumentVector in
      withCStrings(environment) { environmentVector in
        posix_spawn(&process, path, &actions, nil, argumentVector, environmentVector)
      }
    }
    guard failure == 0 else {
      throw FileBytes.Failure(operation: "posix_spawn", path: path, errno: failure)
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else {
        throw FileBytes.Failure(operation: "waitpid", path: path, errno: errno)
      }
    }
    let signal = status & 0x7F
    return Result(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
      output: try FileBytes.read(output),
      errors: try FileBytes.read(errors)
    )
  }
}

#if canImport(Glibc)
private func makeFileActions() -> posix_spawn_file_actions_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  return actions
}
#else
private func makeFileActions() -> posix_spawn_file_actions_t? {
  var actions: posix_spawn_file_actions_t?
  posix_spawn_file_actions_init(&actions)
  return actions
}
#endif

/// Lends a null-terminated array of C strings, as `argv` and `environ` are.
private func withCStrings<R>(
  _ strings: [String],
  _ body: ([UnsafeMutablePointer<CChar>?]) -> R
) -> R {
  let pointers = strings.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}
