import Dissection
import Flows

extension ApplicationDissector {
  /// The media that were told of since the last call.
  func takeAnnouncements() -> [MediaAnnouncement] {
    switch self {
    case .sip(let box):
      box.change { dissector in
        var taken: [MediaAnnouncement] = []
        swap(&taken, &dissector.announcements)
        return taken
      }
    default: []
    }
  }

  /// Tells a dissector of media what their payload types mean.
  func announce(_ media: FlowMedia, client: FlowDirection) {
    switch self {
    case .rtp(let box):
      box.change { dissector in
        let isForward = client == .originator
        dissector.encodingsToServer = isForward ? media.toResponder : media.toOriginator
        dissector.encodingsToClient = isForward ? media.toOriginator : media.toResponder
      }
    default: break
    }
  }
}
