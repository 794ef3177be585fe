import Flows
import Packets
import Reports
import TestSupport
import Testing

struct CommunityIDTests {
  struct Vector: CustomTestStringConvertible, Sendable {
    var ipProtocol: UInt8
    var originator: Endpoint
    var responder: Endpoint
    var text: String
    var seed: UInt16 = 0
    var testDescription: String { text }
  }

  static let client = Samples.address(128, 232, 110, 120)
  static let server = Samples.address(66, 35, 250, 204)

  static let vectors = [
    Vector(
      ipProtocol: 6,
      originator: Endpoint(address: client, port: 34_855),
      responder: Endpoint(address: server, port: 80),
      text: "1:LQU9qZlK+B5F3KDmev6m5PMibrg="
    ),
    Vector(
      ipProtocol: 6,
      originator: Endpoint(address: client, port: 34_855),
      responder: Endpoint(address: server, port: 80),
      text: "1:3V71V58M3Ksw/yuFALMcW0LAHvc=",
      seed: 1
    ),
    Vector(
      ipProtocol: 17,
      originator: Endpoint(address: Samples.address(192, 168, 1, 52), port: 54_585),
      responder: Endpoint(address: Samples.address(8, 8, 8, 8), port: 53),
      text: "1:d/FP5EW3wiY1vCndhwleRRKHowQ="
    ),
    Vector(
      ipProtocol: 1,
      originator: Endpoint(address: Samples.address(192, 168, 0, 89), port: 8),
      responder: Endpoint(address: Samples.address(192, 168, 0, 1), port: 0),
      text: "1:X0snYXpgwiv9TZtqg64sgzUn6Dk="
    ),
    Vector(
      ipProtocol: 1,
      originator: Endpoint(address: Samples.address(192, 168, 0, 89), port: 20),
      responder: Endpoint(address: Samples.address(192, 168, 0, 1), port: 0),
      text: "1:3o2RFccXzUgjl7zDpqmY7yJi8rI="
    ),
    Vector(
      ipProtocol: 132,
      originator: Endpoint(address: Samples.address(192, 168, 170, 56), port: 7),
      responder: Endpoint(address: Samples.address(192, 168, 170, 8), port: 7),
      text: "1:MP2EtRCAUIZvTw6MxJHLV7N7JDs="
    ),
    Vector(
      ipProtocol: 47,
      originator: Endpoint(address: Samples.address(10, 1, 1, 1), port: 0),
      responder: Endpoint(address: Samples.address(10, 1, 1, 2), port: 0),
      text: "1:6bVMFPWneS3bg49/6T1HieDmRMQ="
    ),
    Vector(
      ipProtocol: 58,
      originator: Endpoint(
        address: IPAddress(high: 0xfe80 << 48, low: 0x0200_86ff_fe05_80da),
        port: 135
      ),
      responder: Endpoint(
        address: IPAddress(high: 0xfe80 << 48, low: 0x0260_97ff_fe07_69ea),
        port: 136
      ),
      text: "1:dGHyGvjMfljg6Bppwm3bg0LO8TY="
    ),
    Vector(
      ipProtocol: 58,
      originator: Endpoint(
        address: IPAddress(high: 0x3ffe_0507_0000_0001, low: 0x0260_97ff_fe07_69ea),
        port: 1
      ),
      responder: Endpoint(address: IPAddress(high: 0x3ffe_0501_4819_0000, low: 0x42), port: 4),
      text: "1:EhSJAdewul0s37pH9qUMVU5dG+g="
    ),
  ]

  @Test(arguments: vectors)
  func equalsThePublishedVectors(_ vector: Vector) {
    let id = CommunityID(
      originator: vector.originator,
      responder: vector.responder,
      ipProtocol: IPProtocol(rawValue: vector.ipProtocol),
      seed: vector.seed
    )
    #expect(id.text == vector.text)
    #expect(id.text.utf8.count == CommunityID.length)
  }

  @Test(arguments: [.tcp, .udp, .sctp, .gre] as [IPProtocol])
  func isTheSameForBothDirections(_ ipProtocol: IPProtocol) {
    let one = Endpoint(address: Self.client, port: 34_855)
    let other = Endpoint(address: Self.server, port: 80)
    let forward = CommunityID(originator: one, responder: other, ipProtocol: ipProtocol)
    let backward = CommunityID(originator: other, responder: one, ipProtocol: ipProtocol)
    #expect(forward == backward)
  }

  @Test func ordersByPortWhereAddressesAreEqual() {
    let low = Endpoint(address: Self.client, port: 10)
    let high = Endpoint(address: Self.client, port: 2000)
    let forward = CommunityID(originator: high, responder: low, ipProtocol: .udp)
    #expect(forward == CommunityID(originator: low, responder: high, ipProtocol: .udp))
  }

  @Test func echoRequestAndReplyShareOneID() {
    let one = Samples.address(192, 168, 0, 89)
    let other = Samples.address(192, 168, 0, 1)
    let request = CommunityID(
      originator: Endpoint(address: one, port: 8),
      responder: Endpoint(address: other, port: 0),
      ipProtocol: .icmp
    )
    let reply = CommunityID(
      originator: Endpoint(address: other, port: 0),
      responder: Endpoint(address: one, port: 8),
      ipProtocol: .icmp
    )
    #expect(request == reply)
  }
}
