import Dissection
import Flows
import Packets

/// What signalling said of the media of a flow: the encodings of what is sent to either side.
struct FlowMedia {
  var toOriginator: RTPEncodings
  var toResponder: RTPEncodings
}

/// The addresses and ports at which signalling in other flows announced media.
struct MediaDirectory {
  /// Ends that are remembered; the oldest half is forgotten for more.
  static let limit = 16_384

  private struct End: Hashable {
    var address: IPAddress
    var port: UInt16
  }

  private var encodings: [End: RTPEncodings] = [:]
  private var order: [End] = []
  /// Ends that were forgotten.
  private(set) var forgotten: UInt64 = 0
  /// Counts the announcements; 0 while there was none.
  private(set) var generation: UInt32 = 0

  mutating func announce(_ media: MediaAnnouncement) {
    let end = End(address: media.address, port: media.port)
    generation &+= 1
    if encodings.updateValue(media.encodings, forKey: end) != nil { return }
    if order.count >= Self.limit {
      for old in order.prefix(Self.limit / 2) { encodings[old] = nil }
      order.removeFirst(Self.limit / 2)
      forgotten &+= UInt64(Self.limit / 2)
    }
    order.append(end)
  }

  /// What was announced of a flow; what only one side announced is taken for both, as answers agree
  /// with offers (RFC 3264 §6.1).
  func media(of flow: FlowIdentity) -> FlowMedia? {
    let originator = find(flow.originator)
    let responder = find(flow.responder)
    guard let any = originator ?? responder else { return nil }
    return FlowMedia(toOriginator: originator ?? any, toResponder: responder ?? any)
  }

  private func find(_ end: Endpoint) -> RTPEncodings? {
    encodings[End(address: end.address, port: end.port)]
  }
}
