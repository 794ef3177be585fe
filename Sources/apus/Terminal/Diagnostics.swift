import ArgumentParser
import CaptureFiles
import Reports

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What goes to standard error, and the exit status that follows from an error.
enum Diagnostics {
  /// Runs a command: errors become one line on standard error and a status, a reader that closed
  /// its pipe becomes a quiet end.
  static func reporting(_ body: () throws -> Void) throws {
    // Without this a closed pipe would kill the program before temporary files are removed.
    signal(SIGPIPE, SIG_IGN)
    do {
      try body()
    } catch let status as ExitCode {
      throw status
    } catch OutputError.closedByReader {
      throw ExitCode.success
    } catch let CaptureFileError.system(_, _, errno) where errno == EPIPE {
      throw ExitCode.success
    } catch {
      say(error)
      throw ExitStatus.failure
    }
  }

  /// Writes something whose reader may have gone away, while there are files to complete or a status
  /// to decide.
  static func untilClosed(_ body: () throws -> Void) throws {
    do { try body() } catch OutputError.closedByReader {}
  }

  /// Says why something could not be done.
  static func say(_ error: any Error) { say("error: \(message(error))") }

  /// Writes a line to standard error; names of files in it may hold anything.
  static func say(_ text: String) {
    StandardError.write("apus: \(text.visible)\n")
  }

  /// Ends the program as the parser would, but with nothing in its message that drives a terminal:
  /// it quotes the words it did not understand, and shells put names of files there.
  static func end(with error: any Error) -> Never {
    let status = Apus.exitCode(for: error)
    guard !status.isSuccess else { Apus.exit(withError: error) }
    var text = Apus.fullMessage(for: error)
    for word in CommandLine.arguments where !word.isEmpty { text.replace(word, with: word.visible) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if !text.isEmpty {
      StandardError.write(lines.map { String($0).visible }.joined(separator: "\n") + "\n")
    }
    exit(status.rawValue)
  }

  /// Ends the program because of a word that is not UTF-8.
  static func end(undecodable word: String) -> Never {
    say("error: \(word) is not UTF-8, as the words of a command line have to be")
    say("a file with such a name can be read from standard input: apus … - <FILE")
    exit(ExitCode.validationFailure.rawValue)
  }

  /// Names the damage of captures; whether there is any.
  static func sayDamage(of captures: [CaptureFacts]) -> Bool {
    var isDamaged = false
    for capture in captures {
      guard let first = capture.damage.first else { continue }
      isDamaged = true
      let others = UInt64(capture.damage.count - 1) + capture.furtherDamage
      let more = others == 0 ? "" : " (and \(others) more)"
      say("warning: \(capture.name) is damaged at byte \(first.byteOffset): \(first.reason)\(more)")
    }
    return isDamaged
  }

  private static func message(_ error: any Error) -> String {
    switch error {
    case OutputError.deviceFull: "cannot write: no space left on the device"
    case OutputError.system(let errno): "cannot write: \(String(cString: strerror(errno)))"
    default: String(describing: error)
    }
  }
}
