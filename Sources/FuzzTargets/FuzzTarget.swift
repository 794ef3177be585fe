/// What a fuzzer feeds with arbitrary bytes: each reader and decoder, the flow engine, and all of
/// it together.
///
/// `Fuzz/run` drives these under libFuzzer; a test replays every input that ever broke one.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// Capture files of every format, read whole and in small pieces, with and without recovery.
  case captures
  /// Compressed captures: the input with the magic bytes of a compression in front.
  case compression
  /// Frames of any link type, several after each other, so that fragments meet.
  case frames
  /// Sequences of packets through the flow engine.
  case flows
  /// Sequences of packets through the Wireshark-compatible rules.
  case wireshark
  /// Segments, acknowledgments and FINs through the reassembly of a stream.
  case streams
  /// Messages of the protocols over UDP, and DNS over TCP in portions.
  case datagrams
  /// Bytes of both sides of a TLS connection, as delivered and in pieces.
  case tls
  /// Datagrams of both sides of a QUIC connection.
  case quic
  /// A conversation of HTTP, versions 0.9 to 2.
  case http
  /// Field blocks of HTTP/2.
  case hpack
  /// A conversation of SSH, SMTP, FTP, POP3, IMAP, SIP or SMB.
  case banners
  /// Datagrams of RTP and RTCP.
  case media
  /// The filter language, compiled and run.
  case filter
  /// A capture file through the whole analysis.
  case pipeline
  /// A sequence of packets through the engine into every output.
  case reports

  /// Tries an input; whatever it is, this returns.
  ///
  /// Traps, failed preconditions and endless loops are defects.
  package func run(_ bytes: [UInt8]) {
    switch self {
    case .captures: runCaptures(bytes)
    case .compression: runCompression(bytes)
    case .frames: runFrames(bytes)
    case .flows: runFlows(bytes)
    case .wireshark: runWireshark(bytes)
    case .streams: runStreams(bytes)
    case .datagrams: runDatagrams(bytes)
    case .tls: runTLS(bytes)
    case .quic: runQUIC(bytes)
    case .http: runHTTP(bytes)
    case .hpack: runHPACK(bytes)
    case .banners: runBanners(bytes)
    case .media: runMedia(bytes)
    case .filter: runFilter(bytes)
    case .pipeline: runPipeline(bytes)
    case .reports: runReports(bytes)
    }
  }
}
