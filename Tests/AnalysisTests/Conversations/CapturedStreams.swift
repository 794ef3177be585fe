import CaptureFiles
import Flows
import Packets
import TestSupport

@testable import Analysis

/// The bytes of the TCP streams of a capture, with tshark's words where some are missing.
struct CapturedStreams {
  /// By stream number: what each direction sent.
  private(set) var contents: [UInt32: [FlowDirection: [UInt8]]] = [:]
  /// Some payloads were cut by the snap length; tshark is silent about that.
  private(set) var hasCutPayloads = false
  private var memory = ReassemblyMemory()

  init(of path: String) throws {
    let source = try CaptureReader(path: path)
    var stage = DecodeStage(source, options: AnalysisOptions())
    var engine = FlowEngine()
    var batch = PacketBatch()
    var placements: ContiguousArray<FlowPlacement> = []
    var streams: [UInt64: Stream] = [:]
    while try stage.fill(&batch) {
      engine.process(batch.packets, batch.lookups, placing: &placements)
      for (packet, placement) in zip(batch.packets, placements)
      where packet.transport == .tcp && placement.marks.contains(.counts) {
        if packet.payloadCaptured < packet.payloadLength { hasCutPayloads = true }
        batch.withPayload(of: packet) {
          streams[placement.flow, default: Stream(placement.stream)]
            .receive($0, of: packet, placement, &memory)
        }
      }
    }
    for flow in streams.keys.sorted() {
      guard var stream = streams[flow] else { continue }
      stream.end(&memory)
      contents[stream.number, default: [:]] = stream.sink.bytes
    }
  }

  /// One connection.
  private struct Stream {
    let number: UInt32
    var sink = ContentSink()
    private var assemblers: [FlowDirection: StreamAssembler] = [
      .originator: StreamAssembler(.originator), .responder: StreamAssembler(.responder),
    ]

    init(_ number: UInt32) { self.number = number }

    mutating func receive(
      _ payload: RawSpan,
      of packet: PacketHeaders,
      _ placement: FlowPlacement,
      _ memory: inout ReassemblyMemory
    ) {
      let arrival = SegmentArrival(frame: packet.frame, time: packet.time)
      let direction = placement.direction
      if placement.marks.contains(.senderStart) { assemblers[direction]?.start(at: 1) }
      if placement.marks.contains(.receiverStart) { assemblers[direction.reversed]?.start(at: 1) }
      assemblers[direction]?.receive(
        payload,
        length: Int(packet.payloadLength),
        at: placement.sequence,
        arrival,
        into: &sink,
        &memory
      )
      assemblers[direction.reversed]?
        .acknowledge(upTo: placement.acknowledged, arrival, into: &sink, &memory)
    }

    mutating func end(_ memory: inout ReassemblyMemory) {
      let arrival = SegmentArrival(frame: 0, time: Timestamp(nanoseconds: 0))
      for direction in FlowDirection.allCases {
        assemblers[direction]?.end(arrival, into: &sink, &memory)
      }
    }
  }
}

/// Collects the bytes of both directions.
private struct ContentSink: StreamSink {
  var bytes: [FlowDirection: [UInt8]] = [:]

  mutating func receive(
    _ portion: RawSpan,
    from direction: FlowDirection,
    _ arrival: SegmentArrival
  ) {
    portion.withUnsafeBytes { bytes[direction, default: []] += $0 }
  }

  mutating func skip(_ count: Int64, from direction: FlowDirection, _ arrival: SegmentArrival) {
    bytes[direction, default: []] += Array("[\(count) bytes missing in capture file]".utf8) + [0]
  }

  mutating func close(_ direction: FlowDirection, _ arrival: SegmentArrival) {}
}
