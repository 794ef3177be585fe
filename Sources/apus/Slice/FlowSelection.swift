import Analysis
import CaptureFiles
import Flows
import Packets

/// Which packets belong to one flow of a capture.
struct FlowSelection {
  let record: FlowRecord
  let path: EncapsulationPath

  /// Runs an analysis to find the flow with a number; `nil` if there is none.
  static func find(_ id: UInt64, in captures: CaptureArguments) throws -> FlowSelection? {
    var finder = Finder(id: id)
    var options = AnalysisOptions()
    options.protocols = []
    options.collectsSeries = false
    options.collectsFindings = false
    _ = try CaptureAnalyzer(options: options).run(captures.open(), into: &finder)
    return finder.found
  }

  /// Whether a level of a frame is of the flow: its addresses, ports (of ICMP its type, as the flow
  /// has it) and encapsulation, between its first and last frame.
  func contains(_ packet: PacketHeaders, path other: EncapsulationPath) -> Bool {
    guard packet.frame >= record.firstFrame, packet.frame <= record.lastFrame,
      packet.transport == record.transport, packet.ipProtocol == record.ipProtocol
    else { return false }
    guard other == path else { return false }
    if isBetween(packet, record.originator, record.responder) { return true }
    return isBetween(packet, record.responder, record.originator)
  }

  private func isBetween(
    _ packet: PacketHeaders,
    _ sender: Endpoint,
    _ receiver: Endpoint
  ) -> Bool {
    guard packet.source == sender.address, packet.destination == receiver.address else {
      return false
    }
    let isMessage = packet.transport == .icmp || packet.transport == .icmpv6
    let ports =
      isMessage ? ICMPPorts.ends(of: packet) : (packet.sourcePort, packet.destinationPort)
    return ports == (sender.port, receiver.port)
  }

  /// Waits for the record of one flow.
  private struct Finder: AnalysisSink {
    let id: UInt64
    var found: FlowSelection?

    init(id: UInt64) { self.id = id }

    mutating func receive(flows: ContiguousArray<FlowRecord>, paths: PathNames) throws {
      for flow in flows where flow.id == id {
        found = FlowSelection(record: flow, path: paths[flow.path])
      }
    }

    mutating func receive(events: ContiguousArray<FlowEvent>) throws {}
    mutating func receive(verdicts: ContiguousArray<WiresharkObservation>) throws {}
  }
}
