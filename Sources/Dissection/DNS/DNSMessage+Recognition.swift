extension DNSMessage {
  /// Whether a datagram begins as a DNS message does; who answers is the server.
  ///
  /// The header alone is weak evidence, so the first question or record has to be there with a
  /// class that is in use.
  package static func recognise(_ start: RawSpan) -> Recognition {
    guard start.byteCount >= headerLength else { return .needsMore }
    do throws(DissectionError) {
      var reader = ByteReader(start)
      try reader.skip(2)
      let flags = DNSFlags(rawValue: try reader.readUInt16())
      // All four counts at once, the questions first.
      let counts = try reader.readUInt64()
      guard isPlausible(flags, questions: counts >> 48) else { return .no }
      let sender: Recognition = .yes(flags.isResponse ? .server : .client)
      // A server that could not read the question does not repeat it.
      if counts == 0 {
        return flags.isResponse && flags.responseCode != .noError ? sender : .no
      }
      try reader.skipDNSName()
      let type = DNSRecordType(rawValue: try reader.readUInt16())
      let `class` = DNSClass(rawValue: try reader.readUInt16() & 0x7fff)
      guard type == .opt || (type.rawValue != 0 && `class`.isAssigned) else { return .no }
      return sender
    } catch .truncated {
      return .needsMore
    } catch {
      return .no
    }
  }

  private static func isPlausible(_ flags: DNSFlags, questions: UInt64) -> Bool {
    guard flags.opcode.isAssigned, !flags.isReservedSet, flags.responseCode.rawValue <= 11 else {
      return false
    }
    // A query brings no answers but those already known (mDNS) and those to be changed (updates).
    return questions <= 64 && (flags.isResponse || flags.responseCode == .noError)
  }
}
