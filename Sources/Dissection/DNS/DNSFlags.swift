/// The second word of a DNS header (RFC 1035 §4.1.1, RFC 4035 §3 for AD and CD).
package struct DNSFlags: RawRepresentable, Equatable, Sendable {
  package var rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// QR: an answer, not a question.
  package var isResponse: Bool { rawValue & 0x8000 != 0 }
  package var opcode: DNSOpcode { DNSOpcode(rawValue: UInt8(rawValue >> 11 & 15)) }
  /// AA; in LLMNR the conflict bit.
  package var isAuthoritative: Bool { rawValue & 0x0400 != 0 }
  /// TC: the rest did not fit; to be asked again over TCP.
  package var isTruncated: Bool { rawValue & 0x0200 != 0 }
  /// RD; in LLMNR the tentative bit.
  package var isRecursionDesired: Bool { rawValue & 0x0100 != 0 }
  /// RA.
  package var isRecursionAvailable: Bool { rawValue & 0x0080 != 0 }
  /// Z, to be zero.
  package var isReservedSet: Bool { rawValue & 0x0040 != 0 }
  /// AD: the resolver has validated the answer.
  package var isAuthenticated: Bool { rawValue & 0x0020 != 0 }
  /// CD: the client validates for itself.
  package var isCheckingDisabled: Bool { rawValue & 0x0010 != 0 }
  /// The lower four bits of the response code; EDNS may hold the upper eight.
  package var responseCode: DNSResponseCode { DNSResponseCode(rawValue: rawValue & 15) }
}
