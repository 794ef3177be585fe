import Dissection
import Packets

/// An IP address that two hardware addresses claim: a mistake, or somebody who listens in.
package struct AddressConflictRule: FindingRule {
  /// Times that the address came back to hardware that had it before: then both are there.
  ///
  /// Going from one to the next is a host that was replaced, or an address that was leased again.
  static let returns: UInt64 = 1
  /// Answers that nobody asked for, to single hosts, by who has taken the address over: what
  /// programs that poison caches send, and hosts do not (RFC 5227 §3 announces to all).
  static let unaskedAnswers: UInt64 = 3
  /// Addresses that are watched, and claimants of one.
  static let addresses = 8192
  static let claimantLimit = 4

  package static let description = RuleDescription(
    .arpConflict,
    title: "Two hosts claim one address",
    severities: .warning ... .critical,
    thresholds: [
      .init(
        "returns",
        .count(returns),
        "times the address comes back to hardware that had it before, at least, or"
      ),
      .init(
        "unasked_answers",
        .count(unaskedAnswers),
        "answers that nobody asked for, to single hosts, after a change, at least"
      ),
    ],
    why: "Neighbors send to whoever claimed the address last: connections break at random, or go "
      + "through a host that reads them.",
    advice: "Find the switch ports of the hardware addresses. If one of them should not be there, "
      + "disconnect it and turn on ARP inspection (for IPv6, RA guard and ND inspection); if both "
      + "are yours, give one another address. Bonding in adaptive mode, proxy ARP and Wi-Fi "
      + "extenders do it on purpose.",
    source: "RFC 826; RFC 5227 §2.4; RFC 6583"
  )

  private struct Place: Hashable, Sendable {
    var address: IPAddress
    var segment: PathID
  }

  private struct Notes: Sendable {
    /// In the order in which they came.
    var claimants: [HardwareAddress] = []
    var omittedClaimants: UInt64 = 0
    var first: Moment
    var last: HardwareAddress
    var changes: UInt64 = 0
    var returns: UInt64 = 0
    var unaskedAnswers: UInt64 = 0
    var evidence = FindingEvidence()
  }

  private var neighbors = NeighborTable()
  private var table = SubjectTable<Place, Notes>(limit: addresses)

  package static let interests: RuleInterests = .neighbors

  package init() {}

  package var omitted: UInt64 { table.omitted &+ neighbors.omittedMessages }

  package mutating func receive(_ neighbor: NeighborSighting) {
    defer { neighbors.finished.removeAll() }
    let claim: NeighborClaim?
    switch neighbor.message {
    case .arp(let message):
      claim = neighbors.receive(message, in: neighbor.segment, at: neighbor.moment)
    case .discovery(let message, let source, let destination):
      claim = neighbors.receive(
        message,
        from: source,
        to: destination,
        in: neighbor.segment,
        at: neighbor.moment
      )
      // Proxies and anycast addresses do not override (RFC 4861 §7.2.7, §7.2.8).
      if message.kind == .advertisement, !message.overrides { return }
    }
    guard let claim, claim.hardware != .zero, !claim.hardware.isMulticast else { return }
    note(claim)
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    table.all.compactMap { place, notes in
      let isConflict = Self.isConflict(
        changes: notes.changes,
        returns: notes.returns,
        unasked: notes.unaskedAnswers
      )
      return isConflict ? finding(place, notes) : nil
    }
  }

  /// Whether the claims on an address are a conflict.
  static func isConflict(changes: UInt64, returns: UInt64, unasked: UInt64) -> Bool {
    returns >= Self.returns || (changes > 0 && unasked >= unaskedAnswers)
  }

  private mutating func note(_ claim: NeighborClaim) {
    let place = Place(address: claim.address, segment: claim.segment)
    table.change(place, from: Notes(first: claim.moment, last: claim.hardware)) { notes in
      let isKnown = notes.claimants.contains(claim.hardware)
      if !isKnown {
        if notes.claimants.count < Self.claimantLimit {
          notes.claimants.append(claim.hardware)
        } else {
          notes.omittedClaimants += 1
        }
      }
      if claim.hardware != notes.last {
        notes.changes += 1
        if isKnown { notes.returns += 1 }
        notes.last = claim.hardware
      }
      guard notes.changes > 0 else { return }
      if notes.changes == 1, notes.evidence.frameCount == 0 { notes.evidence.add(notes.first) }
      notes.evidence.add(claim.moment)
      if claim.source == .unsolicited, !claim.isAnnouncement, claim.hardware != notes.claimants[0] {
        notes.unaskedAnswers += 1
      }
    }
  }

  private func finding(_ place: Place, _ notes: Notes) -> Finding {
    let isPoisoned = notes.unaskedAnswers >= Self.unaskedAnswers
    let claimants = notes.claimants.map { "\($0)" }
    let changes = FindingText.counted(notes.changes, "time")
    let unasked = FindingText.counted(notes.unaskedAnswers, "answer")
    let protocolName = place.address.isIPv4 ? "ARP" : "neighbor discovery"
    return Finding(
      .arpConflict,
      isPoisoned ? .critical : .warning,
      .likely,
      subject: FindingSubject(server: place.address),
      seen: "\(place.address) was claimed by \(FindingText.list(claimants)) "
        + "in \(protocolName); it changed hands \(changes)"
        + (isPoisoned ? ", with \(unasked) to single hosts that had not asked." : "."),
      figures: [
        Figure(.count, .count(UInt64(notes.claimants.count) + notes.omittedClaimants)),
        Figure(.episodes, .count(notes.changes)),
        Figure(.total, .count(notes.evidence.frameCount)),
      ],
      evidence: notes.evidence
    )
  }
}
