import Flows
import Packets

/// A flow that has ended, with what its events said of it: what symptoms are looked for in.
struct FlowCase {
  let record: UnsafePointer<FlowRecord>
  let notes: FlowNotes

  init(_ record: UnsafePointer<FlowRecord>, _ notes: FlowNotes?) {
    self.record = record
    self.notes = notes ?? FlowNotes()
  }

  // Not copied: records are large.
  var flow: FlowRecord { _read { yield record.pointee } }

  var service: FindingSubject {
    .service(
      record.pointee.responder.address,
      record.pointee.transport,
      record.pointee.responder.port
    )
  }

  /// The service as one client uses it.
  var clientOfService: FindingSubject {
    var subject = service
    subject.client = record.pointee.originator.address
    return subject
  }

  var times: ClosedRange<Timestamp> {
    record.pointee.first...max(record.pointee.first, record.pointee.last)
  }

  /// The frame that the flow began with: what shows it where no event does.
  var firstFrame: UInt64 { record.pointee.firstFrame }

  /// Only SYNs (and perhaps the RST of giving up) were sent, and nothing came back.
  func isUnanswered(_ tcp: TCPSummary) -> Bool {
    let openers = UInt64(tcp.originator.syns) + UInt64(tcp.originator.resets)
    return !tcp.isPartial && tcp.originator.syns > 0 && record.pointee.backward.packets == 0
      && record.pointee.forward.packets <= openers + tcp.originator.duplicateFrames
  }

  /// A connection that was neither refused nor left without an answer.
  var isMade: Bool {
    if record.pointee.backward.packets > 0 { return record.pointee.tcp?.isRefused != true }
    guard let tcp = record.pointee.tcp else { return true }
    return !isUnanswered(tcp)
  }

  func totals(_ direction: FlowDirection) -> DirectionTotals {
    direction == .originator ? record.pointee.forward : record.pointee.backward
  }
}
