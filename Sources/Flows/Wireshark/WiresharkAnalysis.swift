package import Packets

/// Judges every TCP packet by the rules of Wireshark 4.0's TCP analysis, so that its opinion can be
/// put beside ours and the difference explained.
///
/// The rules are Wireshark's own, with their known errors (see `docs/wireshark-compatibility.md`):
/// nothing in Apus but this comparison builds on them. One pass in capture order.
package struct WiresharkAnalysis: ~Copyable {
  package private(set) var accounting: WiresharkAccounting
  private var slots: [WiresharkConversationKey: Int] = [:]
  private var conversations = ContiguousArray<WiresharkConversation>()
  /// Where the next search for a conversation to forget starts.
  private var hand = 0

  package init(limits: WiresharkLimits = WiresharkLimits()) {
    accounting = WiresharkAccounting(limits: limits)
  }

  /// The verdict on one packet; `nil` when Wireshark sees no TCP header in it.
  package mutating func analyze(_ packet: borrowing PacketHeaders) -> WiresharkVerdict? {
    guard let segment = WiresharkSegment(packet) else { return nil }
    let (key, fromHigher) = WiresharkConversationKey.of(
      packet.network,
      from: packet.source,
      packet.sourcePort,
      to: packet.destination,
      packet.destinationPort
    )
    return receive(segment, packet.tcp.options, key, fromHigher: fromHigher)
  }

  /// The stream of the TCP packet that an ICMP error quotes; `nil` when it quotes no such packet.
  ///
  /// Wireshark judges no quotation, but one of a connection that was not captured takes a stream
  /// number, and a quoted SYN counts for `initial_rtt`. `quotation` starts with the quoted IP
  /// header: it is the payload of the ICMP message.
  package mutating func analyze(
    _ packet: borrowing PacketHeaders,
    quoting quotation: RawSpan
  ) -> WiresharkVerdict? {
    guard let quote = WiresharkQuotation(in: packet, quotation) else { return nil }
    return receive(quote.segment, TCPOptions(), quote.key, fromHigher: quote.fromHigher)
  }

  private mutating func receive(
    _ segment: WiresharkSegment,
    _ options: TCPOptions,
    _ key: WiresharkConversationKey,
    fromHigher: Bool
  ) -> WiresharkVerdict {
    let slot = slots[key] ?? addConversation(key)
    return conversations[slot].receive(
      segment,
      options,
      fromHigher: fromHigher,
      accounting: &accounting
    )
  }

  private mutating func addConversation(_ key: WiresharkConversationKey) -> Int {
    let conversation = WiresharkConversation(key: key, stream: accounting.takeStream())
    guard conversations.count >= max(1, accounting.limits.conversations) else {
      conversations.append(conversation)
      slots[key] = conversations.count - 1
      return conversations.count - 1
    }
    let slot = slotToForget()
    accounting.forget(conversations[slot])
    slots[conversations[slot].key] = nil
    conversations[slot] = conversation
    slots[key] = slot
    return slot
  }

  /// Second chance: passes over those used since the last round, once.
  private mutating func slotToForget() -> Int {
    while conversations[hand].wasUsed {
      conversations[hand].wasUsed = false
      hand = (hand + 1) % conversations.count
    }
    defer { hand = (hand + 1) % conversations.count }
    return hand
  }
}
