import Dissection
import TestSupport
import Testing

struct SSDPTests {
  private static let notification = """
    NOTIFY * HTTP/1.1\r
    Host: 239.255.255.250:1900\r
    Cache-Control:max-age=60\r
    NT: upnp:rootdevice\r
    nts : ssdp:alive\r
    USN: uuid:1::upnp:rootdevice\r
    LOCATION: http://10.0.0.1/a.xml\r
    Server: Linux/5 UPnP/1.0 x/1\r
    \r
    NT: not a header
    """

  @Test func aNotificationIsRead() throws {
    let bytes = Array(Self.notification.utf8)
    let message = try SSDPMessage(parsing: bytes.span.bytes)
    #expect(message.kind == .notify)
    #expect(message.host == "239.255.255.250:1900")
    #expect(message.target == "upnp:rootdevice")
    #expect(message.subtype == "ssdp:alive")
    #expect(message.name == "uuid:1::upnp:rootdevice")
    #expect(message.location == "http://10.0.0.1/a.xml")
    #expect(message.server == "Linux/5 UPnP/1.0 x/1")
    #expect(message.cacheControl == "max-age=60")
    #expect(SSDPMessage.recognise(bytes.span.bytes) == .yes(.server))
  }

  @Test(arguments: [
    ("M-SEARCH * HTTP/1.1\r\nMan: \"ssdp:discover\"\r\nMX: 3\r\n\r\n", Recognition.yes(.client)),
    ("HTTP/1.1 200 OK\r\nUSN: uuid:1\r\n\r\n", .yes(.server)),
    ("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", .no), ("GET / HTTP/1.1\r\n\r\n", .no),
    ("M-SEARCH * HTTP/1.1\r\n\r\n", .no), ("", .no),
  ])
  func messagesAreKnownByStartAndHeaders(text: String, recognition: Recognition) {
    let bytes = Array(text.utf8)
    #expect(SSDPMessage.recognise(bytes.span.bytes) == recognition)
  }

  @Test func valuesAreBounded() throws {
    let long = "NOTIFY * HTTP/1.1\r\nNT: " + String(repeating: "a", count: 5_000)
    let bytes = Array(long.utf8)
    let message = try SSDPMessage(parsing: bytes.span.bytes)
    #expect(message.target?.utf8.count == SSDPMessage.maximumValue)
  }

  private static let comparison = FieldComparison<SSDPMessage>(fields: [
    .init("http.request.method") { message in
      switch message.kind {
      case .search: ["M-SEARCH"]
      case .notify: ["NOTIFY"]
      case .response: []
      }
    },
    .init("http.response.code") { $0.status.map { ["\($0)"] } ?? [] },
    .init("http.host") { $0.host.map { [$0] } ?? [] },
    .init("http.server") { message in
      message.kind == .search ? [] : message.server.map { [$0] } ?? []
    },
    .init("http.location") { $0.location.map { [$0] } ?? [] },
    .init("http.cache_control") { $0.cacheControl.map { [$0] } ?? [] },
  ])

  @Test(
    .enabled(if: Corpus.isPresent && Tshark.isPresent, "\(Corpus.absence) and tshark"),
    arguments: ["ndpi__1kxun.pcap"]
  )
  func fieldsAreThoseOfTshark(name: String) throws {
    let capture = try #require(Corpus.captures.first { $0.name == name })
    let messages = try CapturedMessages.read(capture.path, ports: [1900]) {
      try SSDPMessage(parsing: $0.span.bytes)
    }
    #expect(messages.count > 100)
    // The same fields are those of HTTP over TCP.
    let differences = try Self.comparison.differences(capture.path, messages)
      .filter { messages[$0.frame] != nil }
    expectNone(differences, besides: [], in: capture)
  }
}
