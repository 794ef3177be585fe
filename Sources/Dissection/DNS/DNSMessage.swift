/// A message of DNS, mDNS or LLMNR (RFC 1035 §4).
///
/// A message whose header is there is a message: what follows is kept up to where it is cut off or
/// makes no sense, and ``damage`` says why.
package struct DNSMessage: Equatable, Sendable {
  /// Questions and records kept of one message; a message of 64 KiB could claim thousands.
  package static let maximumEntries = 2_048
  /// Bytes of the header.
  package static let headerLength = 12

  package var id: UInt16
  package var flags: DNSFlags
  /// Entries of each section by the header, whatever follows.
  package var counts: Counts
  /// The first question, which nearly always is the only one.
  package var question: DNSQuestion?
  /// Those after it.
  var furtherQuestions: [DNSQuestion] = []
  package var answers: [DNSRecord] = []
  package var authorities: [DNSRecord] = []
  package var additionals: [DNSRecord] = []
  /// Why reading stopped before the counts of the header were reached.
  package var damage: DissectionError?

  package struct Counts: Equatable, Sendable {
    package var questions: UInt16
    package var answers: UInt16
    package var authorities: UInt16
    package var additionals: UInt16
  }

  package var questions: [DNSQuestion] { (question.map { [$0] } ?? []) + furtherQuestions }

  /// What the OPT record says, where there is one.
  package var edns: EDNS? {
    for record in additionals {
      if case .edns(let edns) = record.data { return edns }
    }
    return nil
  }

  /// The response code with the bits of EDNS.
  package var responseCode: DNSResponseCode {
    let upper = UInt16(edns?.extendedResponseCode ?? 0)
    return DNSResponseCode(rawValue: upper << 4 | flags.responseCode.rawValue)
  }

  /// Records of all sections in the order of the message.
  package var records: [DNSRecord] { answers + authorities + additionals }
}
