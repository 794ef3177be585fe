import Dissection

/// The dissector of one conversation, in a box of its own: they are of very different sizes, and
/// large ones should not move with every segment.
enum ApplicationDissector: ~Copyable {
  /// What a side did.
  enum Step {
    case bytes
    case gap(Int64)
    case close
    /// The flow has ended.
    case finish

    /// Whether it says something of the stream's bytes.
    var hasContent: Bool {
      switch self {
      case .bytes, .gap: true
      case .close, .finish: false
      }
    }
  }

  case none
  case dns(DissectorBox<DNSDatagrams>)
  case dnsStream(DissectorBox<DNSStream>)
  case http(DissectorBox<HTTPDissector>)
  case tls(DissectorBox<TLSDissector>)
  case quic(DissectorBox<QUICDissector>)
  case dhcp(DissectorBox<DHCPDatagrams>)
  case ntp(DissectorBox<NTPDatagrams>)
  case snmp(DissectorBox<SNMPDatagrams>)
  case ssdp(DissectorBox<SSDPDatagrams>)
  case stun(DissectorBox<STUNDatagrams>)
  case netbiosName(DissectorBox<NetBIOSNameDatagrams>)
  case netbiosDatagram(DissectorBox<NetBIOSDatagrams>)
  case rtp(DissectorBox<RTPDissector>)
  case ssh(DissectorBox<SSHDissector>)
  case smtp(DissectorBox<SMTPDissector>)
  case ftp(DissectorBox<FTPDissector>)
  case pop3(DissectorBox<POP3Dissector>)
  case imap(DissectorBox<IMAPDissector>)
  case sip(DissectorBox<SIPDissector>)
  case smb(DissectorBox<SMBDissector>)

  /// Messages that the dissector could not read, of those that count them.
  var malformedMessages: UInt64 {
    switch self {
    case .dns(let box): box.malformedMessages
    case .dnsStream(let box): box.malformedMessages
    case .dhcp(let box): box.malformedMessages
    case .ntp(let box): box.malformedMessages
    case .snmp(let box): box.malformedMessages
    case .ssdp(let box): box.malformedMessages
    case .netbiosName(let box): box.malformedMessages
    case .netbiosDatagram(let box): box.malformedMessages
    default: 0
    }
  }

  /// Hands a step to the dissector, and what it has finished to `finished`; says where another
  /// protocol follows, and in `held` about how many bytes it keeps of what is not complete.
  func take(
    _ step: Step,
    _ bytes: RawSpan,
    from role: Role,
    at moment: Moment,
    into finished: inout [ApplicationContent],
    _ held: inout Int
  ) -> HandOver? {
    switch self {
    case .none: nil
    case .dns(let box):
      box.take(step, bytes, from: role, at: moment, into: &finished, &held) { .dns($0) }
    case .dnsStream(let box):
      box.take(step, bytes, from: role, at: moment, into: &finished, &held) { .dns($0) }
    case .http(let box):
      box.take(step, bytes, from: role, at: moment, into: &finished, &held) { .http($0) }
    case .tls(let box):
      box.take(step, bytes, from: role, at: moment, into: &finished, &held) { .tls($0) }
    case .quic(let box):
      box.take(step, bytes, from: role, at: moment, into: &finished, &held) { .quic($0) }
    case .dhcp(let box):
      box.take(step, bytes, from: role, at: moment, into: &finished, &held) { .dhcp($0) }
    case .ntp(let box):
      box.take(step, bytes, from: role, at: moment, into: &finished, &held) { .ntp($0) }
    case .snmp(let box):
      box.take(step, bytes, from: role, at: moment, into: &finished, &held) { .snmp($0) }
    case .ssdp(let box):
      box.take(step, bytes, from: role, at: moment, into: &finished, &held) { .ssdp($0) }
    case .stun(let box):
      box.take(step, bytes, from: role, at: moment, into: &finished, &held) { .stun($0) }
    case .netbiosName(let box):
      box.take(step, bytes, from: role, at: moment, into: &finished, &held) { .netbiosName($0) }
    case .netbiosDatagram(let box):
      box.take(step, bytes, from: role, at: moment, into: &finished, &held) { .netbiosDatagram($0) }
    case .rtp(let box):
      box.take(step, bytes, from: role, at: moment, into: &finished, &held) { .rtp($0) }
    case .ssh(let box):
      box.take(step, bytes, from: role, at: moment, into: &finished, &held) { .ssh($0) }
    case .smtp(let box):
      box.take(step, bytes, from: role, at: moment, into: &finished, &held) { .smtp($0) }
    case .ftp(let box):
      box.take(step, bytes, from: role, at: moment, into: &finished, &held) { .ftp($0) }
    case .pop3(let box):
      box.take(step, bytes, from: role, at: moment, into: &finished, &held) { .pop3($0) }
    case .imap(let box):
      box.take(step, bytes, from: role, at: moment, into: &finished, &held) { .imap($0) }
    case .sip(let box):
      box.take(step, bytes, from: role, at: moment, into: &finished, &held) { .sip($0) }
    case .smb(let box):
      box.take(step, bytes, from: role, at: moment, into: &finished, &held) { .smb($0) }
    }
  }
}
