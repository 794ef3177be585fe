/// What is kept of SMB at most.
package enum SMBLimits {
  /// Bytes of a message that are looked at; what is read and written follows behind them.
  package static let head = 8 * 1024
  /// Messages chained in one frame.
  package static let chain = 64
  /// Requests that wait for their responses, and nanoseconds for which they do: changes of a folder
  /// are waited for.
  package static let pending = 1_024
  package static let timeout: Int64 = 600_000_000_000
  /// Of a connection: logins, shares, files, kinds of status.
  package static let logins = 64
  package static let trees = 128
  package static let files = 256
  package static let statuses = 64
  /// Bytes of a name.
  package static let text = 1_024
  /// Dialects that a client offers.
  package static let dialects = 32
}
