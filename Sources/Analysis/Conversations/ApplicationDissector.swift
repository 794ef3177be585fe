import Dissection

/// The dissector of one conversation.
///
/// Not copyable, so that what it holds is moved out, changed and put back without being copied.
enum ApplicationDissector: ~Copyable {
  /// What a side did.
  enum Step {
    case bytes
    case gap(Int64)
    case close
    /// The flow has ended.
    case finish
  }

  case none
  case dns(DNSDatagrams)
  case dnsStream(DNSStream)
  case http(HTTPDissector)
  case tls(TLSDissector)
  case quic(QUICDissector)
  case dhcp(DHCPDatagrams)
  case ntp(NTPDatagrams)
  case snmp(SNMPDatagrams)
  case ssdp(SSDPDatagrams)
  case stun(STUNDatagrams)
  case netbiosName(NetBIOSNameDatagrams)
  case netbiosDatagram(NetBIOSDatagrams)
  case rtp(RTPDissector)

  /// Hands a step to the dissector, and what it has finished to `finished`.
  mutating func take(
    _ step: Step,
    _ bytes: RawSpan,
    from role: Role,
    at moment: Moment,
    into finished: inout [ApplicationContent]
  ) {
    switch consume self {
    case .none:
      self = .none
    case .dns(var dissector):
      dissector.take(step, bytes, from: role, at: moment)
      dissector.hand(to: &finished) { .dns($0) }
      self = .dns(dissector)
    case .dnsStream(var dissector):
      dissector.take(step, bytes, from: role, at: moment)
      dissector.hand(to: &finished) { .dns($0) }
      self = .dnsStream(dissector)
    case .http(var dissector):
      dissector.take(step, bytes, from: role, at: moment)
      dissector.hand(to: &finished) { .http($0) }
      self = .http(dissector)
    case .tls(var dissector):
      dissector.take(step, bytes, from: role, at: moment)
      dissector.hand(to: &finished) { .tls($0) }
      self = .tls(dissector)
    case .quic(var dissector):
      dissector.take(step, bytes, from: role, at: moment)
      dissector.hand(to: &finished) { .quic($0) }
      self = .quic(dissector)
    case .dhcp(var dissector):
      dissector.take(step, bytes, from: role, at: moment)
      dissector.hand(to: &finished) { .dhcp($0) }
      self = .dhcp(dissector)
    case .ntp(var dissector):
      dissector.take(step, bytes, from: role, at: moment)
      dissector.hand(to: &finished) { .ntp($0) }
      self = .ntp(dissector)
    case .snmp(var dissector):
      dissector.take(step, bytes, from: role, at: moment)
      dissector.hand(to: &finished) { .snmp($0) }
      self = .snmp(dissector)
    case .ssdp(var dissector):
      dissector.take(step, bytes, from: role, at: moment)
      dissector.hand(to: &finished) { .ssdp($0) }
      self = .ssdp(dissector)
    case .stun(var dissector):
      dissector.take(step, bytes, from: role, at: moment)
      dissector.hand(to: &finished) { .stun($0) }
      self = .stun(dissector)
    case .netbiosName(var dissector):
      dissector.take(step, bytes, from: role, at: moment)
      dissector.hand(to: &finished) { .netbiosName($0) }
      self = .netbiosName(dissector)
    case .netbiosDatagram(var dissector):
      dissector.take(step, bytes, from: role, at: moment)
      dissector.hand(to: &finished) { .netbiosDatagram($0) }
      self = .netbiosDatagram(dissector)
    case .rtp(var dissector):
      dissector.take(step, bytes, from: role, at: moment)
      dissector.hand(to: &finished) { .rtp($0) }
      self = .rtp(dissector)
    }
  }
}

extension StreamDissector {
  fileprivate mutating func take(
    _ step: ApplicationDissector.Step,
    _ bytes: RawSpan,
    from role: Role,
    at moment: Moment
  ) {
    switch step {
    case .bytes: receive(bytes, from: role, at: moment)
    case .gap(let count): skip(count, from: role, at: moment)
    case .close: close(role, at: moment)
    case .finish: finish(at: moment)
    }
  }

  fileprivate mutating func hand(
    to contents: inout [ApplicationContent],
    _ content: (Output) -> ApplicationContent
  ) {
    guard !finished.isEmpty else { return }
    for output in finished { contents.append(content(output)) }
    finished.removeAll()
  }
}
