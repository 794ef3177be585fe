package import Analysis
internal import Dissection
package import Flows
package import Packets

/// A folder of Zeek's logs: `conn`, `dns`, `http`, `ssl`, `x509` and `weird`.
///
/// Lines are written as what they tell is complete; a log is opened with its first line, so that there
/// are no empty ones. `uid` and `id` are those of `conn.log` everywhere.
package final class ZeekLogs {
  /// Makes the place that a log goes to.
  package typealias Open = (ZeekLogName) throws -> ByteWriter

  private final class File {
    var writer: ZeekLogWriter

    init(_ writer: consuming ZeekLogWriter) { self.writer = writer }
  }

  private final class ConnFile {
    var log: ConnLog

    init(_ log: consuming ConnLog) { self.log = log }
  }

  private let format: ZeekLogFormat
  private let seed: UInt64
  private let open: Open
  private var conn: ConnFile?
  private var files: [ZeekLogName: File] = [:]
  private var weirds: ZeekWeirds
  private var certificates = ZeekCertificates()

  /// `seed` makes the uids of different captures different.
  package init(format: ZeekLogFormat, seed: UInt64 = 0, open: @escaping Open) {
    self.format = format
    self.seed = seed
    self.open = open
    weirds = ZeekWeirds(seed: seed)
  }

  package func receive(_ flow: borrowing FlowRecord, path: borrowing EncapsulationPath) throws {
    for row in weirds.end(flow) { try write(row) }
    guard ZeekConnection(flow) != nil else { return }
    if conn == nil { conn = ConnFile(ConnLog(try open(.conn), format: format, seed: seed)) }
    try conn?.log.write(flow, path: path)
  }

  package func receive(_ event: FlowEvent) { weirds.receive(event) }

  /// Lines that `weird.log` lacks because too many connections or hosts were weird.
  package var leftOutWeirds: UInt64 { weirds.leftOut }

  package func receive(_ transaction: ApplicationTransaction) throws {
    let connection = ZeekConnectionID(transaction.flow, seed: seed)
    switch transaction.content {
    case .dns(let content):
      try write(DNSLogRow(connection: connection, transaction: content.value))
    case .http(let content):
      try write(HTTPLogRow(connection: connection, transaction: content.value))
      if let row = weirds.receive(content.value, connection) { try write(row) }
    case .tls(let content): try write(content.value, connection)
    case .quic(let content): try write(TLSSession(content.value), connection)
    default: break
    }
  }

  /// Ends all logs and hands everything to their places.
  package func finish() throws {
    try conn?.log.finish()
    for file in files.values { try file.writer.finish() }
  }

  /// What logs in memory have collected.
  package func takeBytes() -> [ZeekLogName: [UInt8]] {
    var bytes = files.mapValues { $0.writer.takeBytes() }
    if let conn { bytes[.conn] = conn.log.takeBytes() }
    return bytes
  }

  private func write(_ session: TLSSession, _ connection: ZeekConnectionID) throws {
    guard let row = SSLLogRow(connection: connection, session: session) else { return }
    try write(row)
    let shown = session.moments.certificate?.time ?? row.time
    for row in certificates.rows(of: session, at: shown) { try write(row) }
  }

  private func write<Row: ZeekRow>(_ row: Row) throws {
    if let file = files[Row.log] { return try file.writer.write(row) }
    let file = File(ZeekLogWriter(try open(Row.log), format: format))
    files[Row.log] = file
    try file.writer.write(row)
  }
}
