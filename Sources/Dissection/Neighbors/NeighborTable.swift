package import Packets

/// Folds ARP and neighbor discovery into bindings of addresses to hardware, with their changes, and
/// into questions with their answers.
///
/// One for a capture: the messages go to groups and come back to single hosts.
package struct NeighborTable: Sendable {
  /// Addresses whose binding is kept; a scan with invented senders could name any number.
  package static let maximumBindings = 16_384
  /// Questions that wait for their answer at once.
  package static let maximumPending = 4_096
  /// Nanoseconds; hosts give up after three tries a second apart (RFC 4861 §10, Linux likewise).
  package static let timeout: Int64 = 5_000_000_000

  /// Questions that were answered or given up, until the caller takes them.
  package var finished: [NeighborQuery] = []
  /// Messages about addresses that there was no room for.
  package private(set) var omittedMessages: UInt64 = 0
  /// Answers and announcements that nobody asked for.
  package private(set) var unsolicitedMessages: UInt64 = 0

  private var table: [Key: NeighborBinding] = [:]
  private var pending = PendingTable<Key, NeighborQuery>(limit: maximumPending, timeout: timeout)

  private struct Key: Hashable {
    var address: IPAddress
    var segment: PathID
    /// Of a question.
    var asker: IPAddress?
  }

  package init() {}

  /// All bindings, by address and segment.
  package var bindings: [NeighborBinding] {
    table.values.sorted {
      ($0.address, $0.segment.rawValue) < ($1.address, $1.segment.rawValue)
    }
  }

  package func binding(of address: IPAddress, in segment: PathID = .none) -> NeighborBinding? {
    table[Key(address: address, segment: segment)]
  }

  /// Takes an ARP message; says what it claims.
  @discardableResult
  package mutating func receive(
    _ message: ARPMessage,
    in segment: PathID,
    at moment: Moment
  ) -> NeighborClaim? {
    finished += pending.expire(at: moment.time)
    var source = NeighborBinding.Source.request
    if message.isGratuitous || message.isReply { source = .unsolicited }
    if message.isReply {
      let key = Key(address: message.sender, segment: segment, asker: message.target)
      if answer(key, message.senderHardware, at: moment) { source = .reply }
    }
    if message.isRequest, !message.isGratuitous {
      ask(message.sender, message.target, in: segment, at: moment)
    }
    guard !message.isProbe else { return nil }
    let claim = NeighborClaim(
      address: message.sender,
      segment: segment,
      hardware: message.senderHardware,
      source: source,
      isAnnouncement: message.isGratuitous,
      moment: moment
    )
    bind(claim)
    return claim
  }

  /// Takes a message of neighbor discovery that `source` sent; says what it claims.
  @discardableResult
  package mutating func receive(
    _ message: NeighborMessage,
    from source: IPAddress,
    to destination: IPAddress,
    in segment: PathID,
    at moment: Moment
  ) -> NeighborClaim? {
    finished += pending.expire(at: moment.time)
    switch message.kind {
    case .solicitation:
      if let target = message.target { ask(source, target, in: segment, at: moment) }
      fallthrough
    case .routerSolicitation, .routerAdvertisement:
      // Without an address of its own the source is `::` (RFC 4862 §5.4.2).
      guard let hardware = message.sourceHardware, source.high != 0 || source.low != 0 else {
        return nil
      }
      let claim = NeighborClaim(
        address: source,
        segment: segment,
        hardware: hardware,
        source: .request,
        isAnnouncement: false,
        moment: moment
      )
      bind(claim, isRouter: message.kind == .routerAdvertisement)
      return claim
    case .advertisement:
      guard let target = message.target else { return nil }
      let key = Key(address: target, segment: segment, asker: destination)
      let isAnswer = answer(key, message.targetHardware, at: moment)
      guard let hardware = message.targetHardware else { return nil }
      let claim = NeighborClaim(
        address: target,
        segment: segment,
        hardware: hardware,
        source: isAnswer ? .reply : .unsolicited,
        isAnnouncement: destination.high >> 56 == 0xff,
        moment: moment
      )
      bind(claim, isRouter: message.isRouter)
      return claim
    }
  }

  /// Puts out the questions that nobody answered: the capture has ended.
  package mutating func finish() { finished += pending.removeAll() }

  private mutating func ask(
    _ asker: IPAddress,
    _ target: IPAddress,
    in segment: PathID,
    at moment: Moment
  ) {
    let key = Key(address: target, segment: segment, asker: asker)
    if var known = pending[key] {
      known.tries += 1
      known.lastRequest = moment
      pending.update(known, for: key, at: moment.time)
      return
    }
    let query = NeighborQuery(
      asker: asker,
      target: target,
      segment: segment,
      request: moment,
      lastRequest: moment
    )
    finished += pending.insert(query, for: key, at: moment.time)
  }

  private mutating func answer(
    _ key: Key,
    _ hardware: HardwareAddress?,
    at moment: Moment
  ) -> Bool {
    guard var query = pending.remove(key) else { return false }
    query.response = moment
    query.hardware = hardware
    finished.append(query)
    return true
  }

  private mutating func bind(_ claim: NeighborClaim, isRouter: Bool = false) {
    if claim.source == .unsolicited { unsolicitedMessages += 1 }
    let key = Key(address: claim.address, segment: claim.segment)
    guard var binding = table.removeValue(forKey: key) else {
      guard table.count < Self.maximumBindings else {
        omittedMessages += 1
        return
      }
      table[key] = NeighborBinding(
        address: claim.address,
        segment: claim.segment,
        hardware: claim.hardware,
        first: claim.moment,
        last: claim.moment,
        isRouter: isRouter
      )
      return
    }
    binding.messages += 1
    binding.last = claim.moment
    if isRouter { binding.isRouter = true }
    if binding.hardware != claim.hardware {
      binding.changeCount += 1
      if binding.changes.count < NeighborBinding.maximumChanges {
        binding.changes.append(
          NeighborBinding.Change(
            from: binding.hardware,
            to: claim.hardware,
            moment: claim.moment,
            source: claim.source
          )
        )
      }
      binding.hardware = claim.hardware
    }
    table[key] = binding
  }
}
