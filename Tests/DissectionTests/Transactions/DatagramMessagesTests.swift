import Dissection
import Testing

struct DatagramMessagesTests {
  @Test func everyDatagramIsAMessageOrCounted() {
    var messages = DatagramMessages<SSDPMessage>()
    let search = Array("M-SEARCH * HTTP/1.1\r\nST: a\r\n\r\n".utf8)
    let moment = Moment(frame: 7, time: 9)
    messages.receive(search.span.bytes, from: .client, at: moment)
    messages.receive(search.span.bytes.extracting(3...), from: .server, at: moment)
    #expect(messages.finished.map(\.message.target) == ["a"])
    #expect(messages.finished.map(\.sender) == [.client])
    #expect(messages.finished.map(\.moment) == [moment])
    #expect(messages.malformedMessages == 1)
  }
}
