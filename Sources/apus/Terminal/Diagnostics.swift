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
      say("error: \(message(error))")
      throw ExitStatus.failure
    }
  }

  /// Writes something whose reader may have gone away, while there are files to complete.
  static func untilClosed(_ body: () throws -> Void) throws {
    do { try body() } catch OutputError.closedByReader {}
  }

  /// Writes a line to standard error.
  static func say(_ text: String) {
    StandardError.write("apus: \(text)\n")
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
