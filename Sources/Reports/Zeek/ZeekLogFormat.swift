/// The two formats in which Zeek writes its logs.
package enum ZeekLogFormat: Sendable {
  case tsv
  /// JSON Lines; what is unset is left out.
  case json
}
