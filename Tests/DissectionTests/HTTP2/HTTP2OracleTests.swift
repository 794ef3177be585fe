import Dissection
import TestSupport
import Testing

/// The HTTP/2 of a capture as tshark reads it, in streams of many at once.
///
/// The capture is of TLS and brings its keys: tshark decrypts, for itself and for Apus.
@Suite(
  .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
  .enabled(if: Tshark.isPresent, "\(Tshark.absence)")
)
struct HTTP2OracleTests {
  private static let capture = "wireshark__http2_follow_multistream.pcapng"

  @Test func headersEqualTsharks() throws {
    let (requests, responses) = try theirs()
    let transactions = try ours()
    let sent = transactions.compactMap { transaction -> [String]? in
      guard let request = transaction.request, let id = transaction.streamID else { return nil }
      return [
        "\(id)", request.method, request.uri, request.fields.host ?? "", request.scheme ?? "",
      ]
    }
    let answered = transactions.compactMap { transaction -> [String]? in
      guard let status = transaction.response?.status, let id = transaction.streamID else {
        return nil
      }
      return ["\(id)", "\(status)"]
    }
    #expect(requests.count > 10)
    #expect(Set(sent) == Set(requests))
    #expect(Set(answered) == Set(responses))
    #expect(sent.count == requests.count)
    #expect(answered.count == responses.count)
  }

  @Test func contentEqualsTsharks() throws {
    let rows = try #require(Tshark()).fields(
      ["http2.streamid", "http2.type", "http2.length", "tcp.srcport"],
      of: Corpus.path(for: Self.capture),
      where: "http2.type == 0 && tcp.srcport == 443"
    )
    var expected: [String: Int64] = [:]
    for row in rows {
      let columns = row.map { $0.split(separator: ";") }
      for (index, type) in columns[1].enumerated() where type == "0" {
        expected[String(columns[0][index]), default: 0] += Int64(columns[2][index]) ?? 0
      }
    }
    let found = try ours().compactMap { transaction -> (String, Int64)? in
      guard let id = transaction.streamID, let seen = transaction.response?.body.seen, seen > 0
      else { return nil }
      return ("\(id)", seen)
    }
    #expect(!expected.isEmpty)
    #expect(Dictionary(uniqueKeysWithValues: found) == expected)
  }

  private func ours() throws -> [HTTPTransaction] {
    let tshark = try #require(Tool("tshark"))
    let path = Corpus.path(for: Self.capture)
    let lines = try tshark.run(["-n", "-q", "-r", path, "-z", "follow,tls,raw,0"]).lines
    var dissector = HTTPDissector()
    for (index, line) in lines.enumerated() {
      let digits = Array(line.drop { $0 == "\t" })
      guard digits.count.isMultiple(of: 2), digits.allSatisfy(\.isHexDigit) else { continue }
      let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
        UInt8(String(digits[$0...$0 + 1]), radix: 16)
      }
      let role = line.hasPrefix("\t") ? Role.server : .client
      dissector.receive(bytes.span.bytes, from: role, at: Dialogue.moment(index))
    }
    dissector.finish(at: Dialogue.moment(lines.count))
    return dissector.finished
  }

  /// Requests and responses by stream: HEADERS frames and their fields come in the same order.
  private func theirs() throws -> (requests: [[String]], responses: [[String]]) {
    let fields = ["method", "path", "authority", "scheme", "status"]
    let rows = try #require(Tshark()).fields(
      ["http2.streamid", "http2.type"] + fields.map { "http2.headers.\($0)" },
      of: Corpus.path(for: Self.capture),
      where: "http2.headers",
      aggregator: "\u{1}"
    )
    var requests: [[String]] = []
    var responses: [[String]] = []
    for row in rows {
      let columns = row.map { $0.split(separator: "\u{1}").map(String.init) }
      let streams = zip(columns[0], columns[1]).filter { $0.1 == "1" }.map(\.0)
      for (index, stream) in streams.enumerated() {
        if columns[2].count == streams.count {
          requests.append([stream] + columns[2...5].map { $0[index] })
        } else if columns[6].count == streams.count {
          responses.append([stream, columns[6][index]])
        }
      }
    }
    return (requests, responses)
  }
}
