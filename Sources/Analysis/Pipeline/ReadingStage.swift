import Dissection
import Flows
import Packets

/// The last part of the work: reads what the packets of a batch say, once the flow stage has said
/// where they belong.
///
/// The decoding thread does it when a batch comes back to it, because it has time left; its results
/// travel with the next contents of the batch to the flow stage, which alone talks to the sink.
// Its pointers are its own, and it is handed from thread to thread as a whole.
struct ReadingStage: ~Copyable, @unchecked Sendable {
  private var conversations: ConversationTable
  private var applications = ApplicationTable()
  /// Frames by the application protocols that they reach.
  private(set) var protocols = ProtocolCounter()
  private let isEnabled: Bool
  private let countsProtocols: Bool

  init(options: AnalysisOptions) {
    isEnabled = !options.protocols.isEmpty
    countsProtocols = isEnabled && options.collectsSeries
    conversations = ConversationTable(
      protocols: options.protocols,
      limits: options.conversationLimits
    )
  }

  var counters: ConversationCounters { conversations.counters }
  /// Segments that count no further than TCP in the hierarchy, and QUIC flows that count as data.
  var uncountedSegments: UInt64 { applications.refused &+ applications.abandoned }

  /// Reads a batch that the flow stage has had; `false` if there is nothing new in it.
  mutating func take(_ batch: inout PacketBatch) -> Bool {
    guard case .placed = batch.progression else { return false }
    batch.progression = .read
    batch.results.clear()
    if isEnabled { conversations.receive(batch, batch.placements) }
    if countsProtocols { applications.count(batch, batch.placements, into: &protocols) }
    swap(&batch.results.flows, &batch.finished)
    complete(&batch.results)
    return true
  }

  /// Ends the conversations of flows that have ended, and adds what was complete since the last call.
  mutating func complete(_ results: inout BatchResults) {
    guard isEnabled else { return }
    // By pointer: a record is long, and would be copied for each question.
    results.flows.withUnsafeMutableBufferPointer { flows in
      guard let first = flows.baseAddress else { return }
      for index in flows.indices { end(first + index) }
    }
    conversations.takeFinished(into: &results.transactions)
  }

  private mutating func end(_ flow: UnsafeMutablePointer<FlowRecord>) {
    let known = conversations.finished.count
    flow.pointee.service = conversations.end(UnsafePointer(flow))
    for place in known..<conversations.finished.count {
      guard case .tls(let session) = conversations.finished[place].content else { continue }
      flow.pointee.setApart(session.value.moments)
    }
    applications.end(flow.pointee.id)
  }
}
