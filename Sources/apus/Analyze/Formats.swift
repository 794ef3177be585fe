import Analysis
import ArgumentParser
import Reports

/// How `--flows` writes flows.
enum FlowFormat: String, CaseIterable, ExpressibleByArgument {
  /// JSON Lines.
  case json
  case csv
  /// Zeek's `conn.log` as tab-separated values.
  case zeek
  /// Zeek's `conn.log` as JSON Lines.
  case zeekJSON = "zeek-json"
}

/// How `--transactions` writes what applications did.
enum TransactionFormat: String, CaseIterable, ExpressibleByArgument {
  /// JSON Lines.
  case json
  case csv
}

/// How `--zeek-logs` writes.
enum ZeekFormat: String, CaseIterable, ExpressibleByArgument {
  case tsv
  /// JSON Lines.
  case json

  var format: ZeekLogFormat { self == .tsv ? .tsv : .json }
}

/// By whose rules `--events` names what segments are.
enum EventRules: String, CaseIterable, ExpressibleByArgument {
  case apus
  /// The `tcp.analysis` flags of Wireshark 4.0.
  case wireshark
}

/// How `--events` writes events.
enum EventFormat: String, CaseIterable, ExpressibleByArgument {
  /// JSON Lines.
  case json
  case csv
}

/// The severities that `--fail-on` takes.
enum FailureLevel: String, CaseIterable, ExpressibleByArgument {
  case warning
  case critical

  var severity: Severity { self == .warning ? .warning : .critical }
}
