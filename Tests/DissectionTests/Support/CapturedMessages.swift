import Dissection
import Packets

/// The messages in the UDP datagrams of a capture, by frame.
enum CapturedMessages {
  static func read<Message>(
    _ path: String,
    ports: Set<UInt16>,
    _ parse: ([UInt8]) throws -> Message
  ) throws -> [UInt64: [Message]] {
    var messages: [UInt64: [Message]] = [:]
    try CapturedPackets.read(path) { headers, payload in
      guard headers.transport == .udp, !payload.isEmpty,
        ports.contains(headers.sourcePort) || ports.contains(headers.destinationPort),
        let message = try? parse(payload)
      else { return }
      messages[headers.frame, default: []].append(message)
    }
    return messages
  }
}
