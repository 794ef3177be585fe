import Dissection
import Testing

/// What is left of a session when the capture has holes, or lies.
struct TLSGapTests {
  private static let hello = TLSBytes.record(22, TLSBytes.message(1, TLSBytes.clientHello()))
  private static let answer = TLSBytes.record(22, TLSBytes.message(2, TLSBytes.serverHello()))

  @Test func gapInsideARecordCostsOnlyThatRecord() throws {
    var script = TLSScript()
    let record = TLSBytes.record(23, [UInt8](repeating: 0, count: 5000))
    script.send(Array(record.prefix(1000)), from: .server)
    script.lose(3000, from: .server)
    script.send(Array(record.dropFirst(4000)) + Self.answer, from: .server)
    let session = try #require(script.finish())
    #expect(session.serverHello != nil)
    #expect(session.server.missingBytes == 3000)
    #expect(session.server.strayBytes == 0)
  }

  @Test func recordsAreFoundAgainAfterAGap() throws {
    var script = TLSScript()
    script.send(TLSBytes.record(23, [1, 2, 3]), from: .server)
    script.lose(4000, from: .server)
    let rest = [UInt8](repeating: 0xaa, count: 70)
    script.send(rest + Self.answer + TLSBytes.record(20, [1]), from: .server)
    let session = try #require(script.finish())
    #expect(session.serverHello != nil)
    #expect(session.moments.serverChangeCipherSpec != nil)
    #expect(session.server.strayBytes == 70)
  }

  @Test func recordsAreFoundAgainAtTheStartOfASegment() throws {
    var script = TLSScript()
    script.lose(4000, from: .server)
    script.send([UInt8](repeating: 0xaa, count: 70), from: .server)
    script.send(Array(Self.answer.prefix(30)), from: .server)
    script.send(Array(Self.answer.dropFirst(30)), from: .server)
    #expect(script.finish()?.serverHello != nil)
  }

  @Test func messageWithAHoleKeepsWhatCameBefore() throws {
    var script = TLSScript()
    let name = TLSBytes.serverName("a.example")
    let body = TLSBytes.clientHello(extensions: [name, (21, [UInt8](repeating: 0, count: 500))])
    let record = TLSBytes.record(22, TLSBytes.message(1, body))
    script.send(Array(record.prefix(200)), from: .client)
    script.lose(Int64(record.count - 300), from: .client)
    script.send(Array(record.suffix(100)), from: .client)
    let session = try #require(script.finish())
    #expect(session.serverName == "a.example")
    #expect(session.clientHello?.isMalformed == true)
    #expect(session.messagesCut == 1)
  }

  @Test func longMessageIsSteppedOver() throws {
    var script = TLSScript()
    let chain = [UInt8](repeating: 0, count: 1_000_000)
    let message = TLSBytes.message(11, chain) + TLSBytes.message(14, [])
    for start in stride(from: 0, to: message.count, by: 16_000) {
      let part = Array(message[start..<min(start + 16_000, message.count)])
      script.send(TLSBytes.record(22, part), from: .server)
    }
    let session = try #require(script.finish())
    #expect(session.messages.map(\.kind.messageType?.rawValue) == [11, 14])
    #expect(session.messagesCut == 1)
  }

  @Test func everyTruncationIsSurvived() {
    let name = TLSBytes.serverName("a.example")
    let body = TLSBytes.clientHello(extensions: [name, (16, [0, 3, 2, 0x68, 0x32])])
    for count in 0..<body.count {
      let whole = ClientHello(parsing: Array(body[0..<count]))
      // Without its list of extensions a hello is whole, too.
      #expect(whole.isMalformed == (count != body.count - 29))
    }
    #expect(ClientHello(parsing: body).isMalformed == false)
  }

  @Test func noiseIsNoSession() throws {
    var script = TLSScript()
    for seed in 0..<200 {
      let bytes = (0..<300).map { UInt8(truncatingIfNeeded: ($0 &* 31 &+ seed) &* 89) }
      script.send(bytes, from: seed % 2 == 0 ? .client : .server)
    }
    let session = try #require(script.finish())
    #expect(session.clientHello == nil)
    #expect(session.serverHello == nil)
  }

  @Test func flowEndsOnce() {
    var script = TLSScript()
    script.send(Self.hello, from: .client)
    script.dissector.finish(at: script.moment)
    script.dissector.finish(at: script.moment)
    #expect(script.dissector.finished.count == 1)
  }
}
