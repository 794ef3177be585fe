/// A line of one of Zeek's logs.
protocol ZeekRow {
  static var log: ZeekLogName { get }

  /// Nanoseconds since the epoch.
  var time: Int64 { get }

  /// The last moment that the line tells of: the log is said to be closed at the latest of them.
  var end: Int64 { get }

  /// Hands the fields to the writer, in the order of the log and always all of them.
  func write(to log: inout ZeekLogWriter)
}

extension ZeekRow {
  var end: Int64 { time }
}
