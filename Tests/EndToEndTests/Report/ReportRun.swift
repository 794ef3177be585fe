import FoundationEssentials
import TestSupport
import Testing

/// A page of `--html` with what the program writes beside it.
struct ReportRun {
  let page: ReportPage
  let result: Tool.Result

  /// Runs the program with `arguments`; the page goes to a file of its own.
  init(_ arguments: [String]) throws {
    let directory = try TemporaryDirectory()
    let file = directory.file("page.html")
    result = try Program.run(["analyze", "--html", file] + arguments)
    page = try ReportPage(FileBytes.read(file))
  }

  /// The lines of standard output as JSON.
  func lines<Line: Decodable>(_ type: Line.Type) throws -> [Line] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try result.lines.map { try decoder.decode(Line.self, from: Data($0.utf8)) }
  }

  /// Captures of the corpus that can be read, small enough for a debug build.
  static let captures = Corpus.captures.filter {
    $0.packets > 0 && $0.packets < 2_500 && !$0.name.hasPrefix("apus-fuzz__")
  }
}

/// What the tests look at in a line of `--flows json`.
struct FlowLine: Decodable {
  struct End: Decodable {
    var address: String
    var port: Int64
    var packets: Int64
    var wireBytes: Int64
    var payloadBytes: Int64
  }

  struct TCP: Decodable {
    struct Side: Decodable {
      var headlineRetransmissions: Int64
      var reordered: Int64
      var duplicateAcks: Int64
      var zeroWindows: Int64
      var zeroWindowNs: Int64
    }

    struct Handshake: Decodable {
      var roundTripNs: Int64?
    }

    var zeekState: String
    var zeekHistory: String
    var handshake: Handshake
    var originator: Side
    var responder: Side
  }

  var id: Int64
  var stream: Int64
  var transport: String
  var service: String?
  var ending: String
  var firstNs: Int64
  var durationNs: Int64
  var firstFrame: Int64
  var lastFrame: Int64
  var originator: End
  var responder: End
  var tcp: TCP?
}

/// What the tests look at in a line of `--transactions json`.
struct TransactionLine: Decodable {
  struct End: Decodable {
    var address: String
  }

  struct DNS: Decodable {
    var name: String?
    var queryType: String?
    var responseCode: String?
    var responseTimeNs: Int64?
    var totalTimeNs: Int64?
    var tries: Int64
    var queryFrame: Int64?
    var responseFrame: Int64?
  }

  struct HTTP: Decodable {
    struct Request: Decodable {
      var method: String
      var uri: String
      var host: String?
      var bodyBytes: Int64
      var firstFrame: Int64
      var firstNs: Int64
    }

    struct Response: Decodable {
      var status: Int64?
      var contentType: String?
      var bodyBytes: Int64
      var firstFrame: Int64
    }

    var request: Request?
    var response: Response?
    var timeToFirstByteNs: Int64?
  }

  struct TLS: Decodable {
    struct Certificate: Decodable {
      var subject: String?
      var issuer: String?
    }

    var version: String?
    var cipherSuite: String?
    var serverName: String?
    var applicationProtocol: String?
    var ja3: String?
    var ja4: String?
    var established: Bool
    var handshakeTimeNs: Int64?
    var serverCertificates: [Certificate]
  }

  var type: String
  var flow: Int64
  var client: End
  var server: End
  var dns: DNS?
  var http: HTTP?
  var tls: TLS?
}
