import ArgumentParser

/// The exit statuses of every command; `docs/exit-status.md` explains them.
enum ExitStatus {
  /// A file could not be opened, read or written at all.
  static let failure = ExitCode(1)
  /// A capture is damaged and was read in part.
  static let damaged = ExitCode(2)
  /// What `--fail-on` names was found: a severity, or a regression.
  static let findings = ExitCode(3)

  /// What the help of a command says; only some commands can end with findings.
  static func discussion(findings: String? = nil) -> String {
    """
    EXIT STATUS
      0   everything was done (also when the reader of a pipe wanted no more)
      1   a file could not be opened, read or written
      2   a capture is damaged: what could be read was read
    \(findings.map { "  3   \($0)\n" } ?? "")  64  the command line is wrong
    """
  }
}
