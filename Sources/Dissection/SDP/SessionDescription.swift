package import Packets

/// What a session description says of media (RFC 8866).
package struct SessionDescription: Equatable, Sendable {
  /// Media and formats of a medium that are kept.
  package static let maximumMedia = 16
  package static let maximumFormats = 32
  /// Bytes kept of a word.
  package static let maximumText = 64

  package var media: [MediaDescription] = []
  /// Media beyond ``maximumMedia``.
  package var omittedMedia: Int64 = 0

  /// The media that have an address and a port to send to.
  package var announcements: [MediaAnnouncement] {
    media.compactMap { medium in
      guard let address = medium.address, medium.port > 0, medium.isRTP else { return nil }
      return MediaAnnouncement(address: address, port: medium.port, encodings: medium.encodings)
    }
  }
}

/// A medium of a session ("m=", RFC 8866 §5.14).
package struct MediaDescription: Equatable, Sendable {
  /// What it is: "audio", "video".
  package var kind: String
  /// Where its sender wants to receive; 0 where it refuses the medium.
  package var port: UInt16
  /// How it is carried: "RTP/AVP", "UDP/TLS/RTP/SAVPF".
  package var transport: String
  /// Payload types for RTP, in the order of preference.
  package var formats: [String] = []
  /// Formats beyond ``SessionDescription/maximumFormats``.
  package var omittedFormats: Int64 = 0
  package var address: IPAddress?
  /// Names and clock rates of the payload types that have an "a=rtpmap".
  package var encodings = RTPEncodings()
  /// Whether its sender will send or receive, "sendonly"; `nil` where nothing is said.
  package var direction: String?

  package var isRTP: Bool { transport.uppercased().contains("RTP/") }

  /// The names of the formats: as signalled, else as assigned for good, else their number.
  package var codecs: [String] {
    formats.map { format in
      guard let number = UInt8(format) else { return format }
      let type = RTPPayloadType(rawValue: number)
      return encodings[type]?.name ?? type.encoding ?? format
    }
  }
}

/// Where media will arrive, and what their payload types mean.
package struct MediaAnnouncement: Equatable, Sendable {
  package var address: IPAddress
  package var port: UInt16
  package var encodings: RTPEncodings
}
