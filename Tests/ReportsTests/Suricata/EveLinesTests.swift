import Analysis
import CaptureFiles
import Flows
import Packets
import Reports
import TestSupport
import Testing

/// The shape of EVE output, by the schema that Suricata publishes (`etc/schema.json`).
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct EveLinesTests {
  private enum Kind {
    case integer
    case string
    case bool
    case array
    case object

    func fits(_ value: JSONValue) -> Bool {
      switch (self, value) {
      case (.integer, .integer), (.string, .string), (.bool, .bool), (.array, .array),
        (.object, .object):
        true
      default: false
      }
    }
  }

  private static let captures = [
    "ndpi__1kxun.pcap", "ndpi__instagram.pcap", "ndpi__reddit.pcap", "ndpi__ocsp.pcapng",
    "ndpi__quic-v2.pcapng", "zeek__tunnels-Teredo.pcap", "zeek__tls-tls1.2.pcap",
    "wireshark__http2_follow_multistream.pcapng", "wireshark__dns+icmp.pcapng.gz",
    "zeek__vlan-collisions.pcap", "zeek__tcp-ssh-dups.pcap", "ndpi__fuzz-2006-09-29-28586.pcap",
  ]

  /// Members of any event, and of its parts with dots.
  private static let members: [String: Kind] = [
    "timestamp": .string, "flow_id": .integer, "pcap_cnt": .integer, "event_type": .string,
    "vlan": .array, "src_ip": .string, "src_port": .integer, "dest_ip": .string,
    "dest_port": .integer, "proto": .string, "community_id": .string, "tx_id": .integer,
    "app_proto": .string, "icmp_type": .integer, "icmp_code": .integer,
    "response_icmp_type": .integer, "response_icmp_code": .integer,
    "flow": .object, "flow.pkts_toserver": .integer, "flow.pkts_toclient": .integer,
    "flow.bytes_toserver": .integer, "flow.bytes_toclient": .integer, "flow.start": .string,
    "flow.end": .string, "flow.age": .integer, "flow.state": .string, "flow.reason": .string,
    "flow.alerted": .bool,
    "tcp": .object, "tcp.syn": .bool, "tcp.fin": .bool, "tcp.rst": .bool, "tcp.psh": .bool,
    "tcp.urg": .bool, "tcp.state": .string,
    "dns": .object, "dns.version": .integer, "dns.type": .string, "dns.id": .integer,
    "dns.flags": .string, "dns.qr": .bool, "dns.aa": .bool, "dns.tc": .bool, "dns.rd": .bool,
    "dns.ra": .bool, "dns.z": .bool, "dns.opcode": .integer, "dns.rrname": .string,
    "dns.rrtype": .string, "dns.rcode": .string, "dns.answers": .array, "dns.grouped": .object,
    "dns.answers.rrname": .string, "dns.answers.rrtype": .string, "dns.answers.ttl": .integer,
    "dns.answers.rdata": .string,
    "dns.grouped.A": .array, "dns.grouped.AAAA": .array, "dns.grouped.CNAME": .array,
    "dns.grouped.MX": .array, "dns.grouped.NS": .array, "dns.grouped.PTR": .array,
    "dns.grouped.TXT": .array, "dns.grouped.SOA": .array, "dns.grouped.SRV": .array,
    "dns.answers.srv": .object, "dns.answers.srv.priority": .integer,
    "dns.answers.srv.weight": .integer, "dns.answers.srv.port": .integer,
    "dns.answers.srv.name": .string, "dns.answers.soa": .object,
    "dns.answers.soa.mname": .string, "dns.answers.soa.rname": .string,
    "dns.answers.soa.serial": .integer, "dns.answers.soa.refresh": .integer,
    "dns.answers.soa.retry": .integer, "dns.answers.soa.expire": .integer,
    "dns.answers.soa.minimum": .integer,
    "dns.grouped.SRV.priority": .integer, "dns.grouped.SRV.weight": .integer,
    "dns.grouped.SRV.port": .integer, "dns.grouped.SRV.name": .string,
    "dns.grouped.SOA.mname": .string, "dns.grouped.SOA.rname": .string,
    "dns.grouped.SOA.serial": .integer, "dns.grouped.SOA.refresh": .integer,
    "dns.grouped.SOA.retry": .integer, "dns.grouped.SOA.expire": .integer,
    "dns.grouped.SOA.minimum": .integer,
    "http": .object, "http.hostname": .string, "http.http_port": .integer, "http.url": .string,
    "http.http_user_agent": .string, "http.http_content_type": .string,
    "http.http_refer": .string, "http.http_method": .string, "http.protocol": .string,
    "http.status": .integer, "http.redirect": .string, "http.length": .integer,
    "http.version": .string, "http.http2": .object, "http.http2.stream_id": .integer,
    "tls": .object, "tls.subject": .string, "tls.issuerdn": .string, "tls.serial": .string,
    "tls.fingerprint": .string, "tls.notbefore": .string, "tls.notafter": .string,
    "tls.session_resumed": .bool, "tls.sni": .string, "tls.version": .string,
    "tls.ja4": .string, "tls.ja3": .object, "tls.ja3.hash": .string, "tls.ja3.string": .string,
    "tls.ja3s": .object, "tls.ja3s.hash": .string, "tls.ja3s.string": .string,
    "ssh": .object, "ssh.client": .object, "ssh.client.proto_version": .string,
    "ssh.client.software_version": .string, "ssh.server": .object,
    "ssh.server.proto_version": .string, "ssh.server.software_version": .string,
    "quic": .object, "quic.version": .string, "quic.sni": .string, "quic.ja4": .string,
    "quic.ja3": .object, "quic.ja3.hash": .string, "quic.ja3.string": .string,
    "quic.ja3s": .object, "quic.ja3s.hash": .string, "quic.ja3s.string": .string,
  ]

  @Test(arguments: captures)
  func membersAreThoseOfTheSchema(_ capture: String) throws {
    for event in try EveOfCapture.events(of: capture) {
      Self.check(event, under: "")
      let type = try #require(event["event_type"]?.text)
      let parts = Set(["flow", "dns", "http", "tls", "quic", "ssh", "tcp"]).intersection(event.keys)
      #expect(parts.subtracting(["tcp"]) == [type])
      for member in ["timestamp", "flow_id", "src_ip", "dest_ip", "proto", "community_id"] {
        #expect(event[member] != nil)
      }
    }
  }

  @Test(arguments: captures)
  func timesAreInSuricatasFormat(_ capture: String) throws {
    let pattern = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}\+0000/
    let date = /[12]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/
    for event in try EveOfCapture.events(of: capture) {
      let times = [event["timestamp"], event["flow"]?["start"], event["flow"]?["end"]]
      for time in times.compactMap({ $0?.text }) {
        #expect(time.wholeMatch(of: pattern) != nil)
      }
      for time in [event["tls"]?["notbefore"], event["tls"]?["notafter"]].compactMap({ $0?.text }) {
        #expect(time.wholeMatch(of: date) != nil)
      }
    }
  }

  @Test(arguments: captures)
  func eventsBelongToAFlowThatIsWrittenToo(_ capture: String) throws {
    let events = try EveOfCapture.events(of: capture)
    let flows = events.filter { $0["event_type"]?.text == "flow" }
    let identities = Set(flows.compactMap(Self.identity))
    #expect(identities.count == flows.count)
    for event in events { #expect(try identities.contains(#require(Self.identity(event)))) }
    for event in events {
      guard case .integer(let number)? = event["flow_id"] else { continue }
      #expect(0..<(1 << 51) ~= number)
    }
  }

  private static func identity(_ event: JSONValue) -> String? {
    guard case .integer(let number)? = event["flow_id"],
      let community = event["community_id"]?.text
    else { return nil }
    return "\(number) \(community)"
  }

  private static func check(_ value: JSONValue, under prefix: String) {
    switch value {
    case .object(let object):
      for (key, member) in object {
        guard let kind = members[prefix + key] else {
          Issue.record("\(prefix + key) is not in the schema")
          continue
        }
        #expect(kind.fits(member), "\(prefix + key)")
        check(member, under: prefix + key + ".")
      }
    case .array(let elements):
      #expect(!elements.isEmpty, "\(prefix)")
      for element in elements { check(element, under: prefix) }
    default: break
    }
  }
}
