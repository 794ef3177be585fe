/// What a session's signalling says of its payload types (the `rtpmap` lines of SDP, RFC 8866 §6.6).
package struct RTPEncodings: Equatable, Sendable {
  /// Types kept of one session; more cannot be told apart.
  package static let limit = 128

  /// An encoding's name and the ticks of its timestamp in a second.
  package struct Encoding: Equatable, Sendable {
    package var name: String
    package var clockRate: Int

    package init(name: String, clockRate: Int) {
      self.name = name
      self.clockRate = clockRate
    }

    /// Key presses, whose timestamps do not move with time (RFC 4733 §2.2.1).
    var isTelephoneEvent: Bool { name.lowercased().hasPrefix("telephone-event") }
  }

  private var encodings: [RTPPayloadType: Encoding] = [:]

  package init() {}

  package var isEmpty: Bool { encodings.isEmpty }

  package subscript(type: RTPPayloadType) -> Encoding? {
    get { encodings[type] }
    set {
      guard encodings.count < Self.limit || encodings[type] != nil else { return }
      encodings[type] = newValue
    }
  }

  /// The name of a type's encoding; its number where nothing tells it.
  func name(of type: RTPPayloadType) -> String {
    encodings[type]?.name ?? type.encoding ?? "\(type.rawValue)"
  }

  /// Ticks in a second; `nil` where they are unknown or do not measure time.
  func clockRate(of type: RTPPayloadType) -> Int? {
    guard let encoding = encodings[type] else { return type.clockRate }
    return encoding.isTelephoneEvent || encoding.clockRate <= 0 ? nil : encoding.clockRate
  }
}
