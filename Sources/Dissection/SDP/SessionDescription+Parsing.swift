import Packets

extension SessionDescription {
  /// Reads the lines of a description, each a letter, "=" and a value (RFC 8866 §5).
  init(_ bytes: ArraySlice<UInt8>) throws(DissectionError) {
    guard bytes.starts(withIgnoringCase: "v=") else { throw .malformed("no session description") }
    var rest = bytes
    var address: IPAddress?
    while !rest.isEmpty {
      let line = rest.removeField(upTo: UInt8(ascii: "\n")).trimmedLine
      guard line.count >= 2, line[line.startIndex + 1] == UInt8(ascii: "=") else { continue }
      let value = line.dropFirst(2)
      switch line.first {
      case UInt8(ascii: "m"):
        if media.count == Self.maximumMedia {
          omittedMedia &+= 1
        } else if var medium = MediaDescription(value) {
          medium.address = address
          media.append(medium)
        }
      // What follows belongs to a medium that was omitted.
      case _ where omittedMedia > 0: break
      case UInt8(ascii: "c"):
        if media.isEmpty {
          address = Self.address(value)
        } else {
          media[media.count - 1].address = Self.address(value)
        }
      case UInt8(ascii: "a") where !media.isEmpty:
        media[media.count - 1].read(attribute: value)
      default: break
      }
    }
  }

  /// The address of a connection: "IN IP4 192.0.2.1", with "/127" behind a group's.
  private static func address(_ value: ArraySlice<UInt8>) -> IPAddress? {
    var words = value
    _ = words.removeField(upTo: UInt8(ascii: " "))
    _ = words.removeField(upTo: UInt8(ascii: " "))
    let text = words.removeField(upTo: UInt8(ascii: "/")).trimmed
    return IPAddress(text.text(limit: maximumText))
  }
}

extension MediaDescription {
  /// Reads "audio 49170/2 RTP/AVP 0 8 97".
  fileprivate init?(_ value: ArraySlice<UInt8>) {
    var words = value
    let limit = SessionDescription.maximumText
    kind = words.removeField(upTo: UInt8(ascii: " ")).text(limit: limit)
    var ports = words.removeField(upTo: UInt8(ascii: " "))
    guard let port = ports.removeField(upTo: UInt8(ascii: "/")).decimal,
      let number = UInt16(exactly: port)
    else { return nil }
    self.port = number
    transport = words.removeField(upTo: UInt8(ascii: " ")).text(limit: limit)
    while !words.isEmpty {
      let format = words.removeField(upTo: UInt8(ascii: " "))
      if formats.count < SessionDescription.maximumFormats {
        formats.append(format.text(limit: limit))
      } else {
        omittedFormats &+= 1
      }
    }
  }

  fileprivate mutating func read(attribute: ArraySlice<UInt8>) {
    var value = attribute
    let name = value.removeField(upTo: UInt8(ascii: ":"))
    if name.equals(ignoringCase: "rtpmap") { return readEncoding(value) }
    let directions: [StaticString] = ["sendrecv", "sendonly", "recvonly", "inactive"]
    if let direction = directions.first(where: { name.equals(ignoringCase: $0) }) {
      self.direction = "\(direction)"
    }
  }

  /// Reads "97 iLBC/8000/1" (RFC 8866 §6.6).
  private mutating func readEncoding(_ value: ArraySlice<UInt8>) {
    var words = value
    guard let type = words.removeField(upTo: UInt8(ascii: " ")).decimal, (0...127).contains(type)
    else { return }
    var encoding = words.trimmed
    let name = encoding.removeField(upTo: UInt8(ascii: "/"))
    guard let rate = encoding.removeField(upTo: UInt8(ascii: "/")).trimmed.decimal,
      (1...1_000_000_000).contains(rate)
    else { return }
    encodings[RTPPayloadType(rawValue: UInt8(type))] = RTPEncodings.Encoding(
      name: name.text(limit: SessionDescription.maximumText),
      clockRate: Int(rate)
    )
  }
}

extension ArraySlice<UInt8> {
  /// The line without the CR at its end.
  fileprivate var trimmedLine: ArraySlice<UInt8> {
    last == UInt8(ascii: "\r") ? dropLast() : self
  }
}
