import Analysis
import Flows
import Packets
import Reports

extension FuzzTarget {
  /// A script of packets into every output that there is.
  func runReports(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    var engine = FlowEngine(limits: Self.limits(input.byte()), collectsEvents: true)
    var wireshark = WiresharkAnalysis()
    var outputs = Outputs()
    var script = PacketScript(input)
    while let packet = script.packet() {
      outputs.accumulator.add(packet)
      engine.process(packet)
      engine.takeEvents { events in
        outputs.comparison.receive(events)
        for event in events { outputs.write(event) }
      }
      if let verdict = wireshark.analyze(packet) {
        outputs.write(
          WiresharkObservation(frame: packet.frame, time: packet.time, verdict: verdict)
        )
      }
    }
    while engine.finish() {}
    engine.takeFinished { for record in $0 { outputs.write(record) } }
    outputs.finish()
  }
}

/// Every output, into memory.
private struct Outputs: ~Copyable {
  var accumulator = AnalysisAccumulator()
  var comparison = WiresharkComparison()
  private var flowLines = FlowLines(ByteWriter())
  private var flowTable = FlowTable(ByteWriter())
  private var zeekTable = ConnLog(ByteWriter(), format: .tsv)
  private var zeekLines = ConnLog(ByteWriter(), format: .json)
  private var eventLines = EventLines(ByteWriter())
  private var eventTable = EventTable(ByteWriter())
  private var verdictLines = WiresharkLines(ByteWriter())
  private var verdictTable = WiresharkTable(ByteWriter())

  mutating func write(_ record: FlowRecord) {
    accumulator.add(record)
    let path = EncapsulationPath()
    try? flowLines.write(record, path: path)
    try? flowTable.write(record, path: path)
    try? zeekTable.write(record, path: path)
    try? zeekLines.write(record, path: path)
  }

  mutating func write(_ event: FlowEvent) {
    try? eventLines.write(event)
    try? eventTable.write(event)
  }

  mutating func write(_ observation: WiresharkObservation) {
    try? verdictLines.write(observation)
    try? verdictTable.write(observation)
    _ = comparison.compare(frame: observation.frame, observation.verdict)
  }

  consuming func finish() {
    let summary = accumulator.finish()
    let context = AnalysisContext(program: "apus", captures: [], streamsMatchWireshark: true)
    _ = AnalysisText(summary, context: context).text
    _ = try? AnalysisDocument(summary, context: context).write(to: ByteWriter())
    try? flowLines.finish()
    try? flowTable.finish()
    try? zeekTable.finish()
    try? zeekLines.finish()
    try? eventLines.finish()
    try? eventTable.finish()
    try? verdictLines.finish()
    try? verdictTable.finish()
  }
}
