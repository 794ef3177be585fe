/// A line of `weird.log` (Zeek's `base/frameworks/notice/weird.zeek`).
struct WeirdLogRow: ZeekRow {
  static let log = ZeekLogName.weird

  /// Nanoseconds since the epoch.
  var time: Int64
  var connection: ZeekConnectionID?
  var name: String
  /// More about it.
  var detail: String?
  /// The analyzer that says so, in Zeek.
  var source: String?

  func write(to log: inout ZeekLogWriter) {
    log.time("ts", time)
    log.connection(connection)
    log.string("name", name)
    log.string("addl", detail)
    log.bool("notice", false)
    log.string("peer", "apus")
    log.string("source", source)
  }
}
