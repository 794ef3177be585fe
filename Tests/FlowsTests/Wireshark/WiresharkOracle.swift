import TestSupport

@testable import Flows

/// What the installed tshark says about the TCP packets of a capture, frame by frame.
struct WiresharkOracle {
  /// The preferences that change the numbers, pinned so that no profile can alter them.
  private static let preferences = [
    "tcp.analyze_sequence_numbers:TRUE", "tcp.relative_sequence_numbers:TRUE",
    "tcp.track_bytes_in_flight:TRUE", "tcp.fastrt_supersedes_ooo:TRUE",
    "tcp.reassemble_out_of_order:FALSE", "tcp.desegment_tcp_streams:TRUE",
    "tcp.check_checksum:FALSE", "ip.check_checksum:FALSE", "udp.check_checksum:FALSE",
    "ip.defragment:TRUE", "ip.tso_support:TRUE", "tcp.calculate_timestamps:TRUE",
    "mptcp.analyze_mptcp:TRUE",
  ]

  /// The fields with a value, in the order of `WiresharkFrame.values`.
  static let valueFields = [
    "duplicate_ack_num", "duplicate_ack_frame", "acks_frame", "ack_rtt", "initial_rtt",
    "bytes_in_flight", "push_bytes_sent", "rto", "rto_frame",
  ]

  /// The TCP packets of the capture at `path`, keyed by frame number.
  static func frames(of path: String, by tshark: Tool) throws -> [UInt64: WiresharkFrame] {
    var arguments = ["-n", "-r", path]
    for preference in preferences { arguments += ["-o", preference] }
    arguments += ["-T", "fields", "-E", "separator=/t", "-E", "occurrence=a", "-E", "aggregator=;"]
    arguments += ["-e", "frame.number", "-e", "tcp.stream"]
    for field in WiresharkFlags.fields { arguments += ["-e", field.name] }
    for field in valueFields { arguments += ["-e", "tcp.analysis." + field] }

    var frames: [UInt64: WiresharkFrame] = [:]
    for line in try tshark.run(arguments).lines {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count == 2 + WiresharkFlags.fields.count + valueFields.count,
        let number = UInt64(columns[0]), !columns[1].isEmpty
      else { continue }
      var frame = WiresharkFrame()
      frame.streams = columns[1].split(separator: ";").compactMap { UInt32($0) }
      for (field, text) in zip(WiresharkFlags.fields, columns.dropFirst(2)) where !text.isEmpty {
        frame.flags.insert(field.flag)
      }
      frame.values = columns.suffix(valueFields.count).map(String.init)
      frames[number] = frame
    }
    return frames
  }
}

/// The verdicts on all TCP packets of one frame, in a form that tshark's text can be compared with.
struct WiresharkFrame: Equatable {
  var streams: [UInt32] = []
  var flags: WiresharkFlags = []
  /// In the order of `WiresharkOracle.valueFields`; several TCP packets are joined by ";".
  var values = [String](repeating: "", count: WiresharkOracle.valueFields.count)

  mutating func add(_ verdict: WiresharkVerdict) {
    streams.append(verdict.stream)
    flags.formUnion(verdict.flags)
    let texts = [
      verdict.duplicateAckNumber.map { "\($0)" }, verdict.duplicateAckFrame.map { "\($0)" },
      verdict.acksFrame.map { "\($0)" }, verdict.ackRTT.map(Self.seconds),
      verdict.initialRTT.map(Self.seconds), verdict.bytesInFlight.map { "\($0)" },
      verdict.pushBytesSent.map { "\($0)" }, verdict.rto.map(Self.seconds),
      verdict.rtoFrame.map { "\($0)" },
    ]
    for (index, text) in texts.enumerated() {
      guard let text else { continue }
      values[index] += values[index].isEmpty ? text : ";" + text
    }
  }

  /// What differs from tshark's frame, in words; empty where nothing does.
  func differences(from tshark: WiresharkFrame) -> [String] {
    var differences: [String] = []
    if streams != tshark.streams {
      differences.append("tcp.stream is \(streams), in tshark \(tshark.streams)")
    }
    let extra = flags.subtracting(tshark.flags).fieldNames
    let missing = tshark.flags.subtracting(flags).fieldNames
    differences += extra.map { $0 + " is set, in tshark not" }
    differences += missing.map { $0 + " is not set, in tshark it is" }
    for (index, field) in WiresharkOracle.valueFields.enumerated()
    where values[index] != tshark.values[index] {
      differences.append("\(field) is '\(values[index])', in tshark '\(tshark.values[index])'")
    }
    return differences
  }

  /// Nanoseconds as tshark prints an interval.
  private static func seconds(_ nanoseconds: Int64) -> String {
    let fraction = String(nanoseconds.magnitude % 1_000_000_000)
    return (nanoseconds < 0 ? "-" : "") + "\(nanoseconds.magnitude / 1_000_000_000)."
      + String(repeating: "0", count: 9 - fraction.count) + fraction
  }
}
