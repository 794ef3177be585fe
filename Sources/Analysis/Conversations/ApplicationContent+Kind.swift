extension ApplicationContent {
  /// What it is, without the thing itself.
  package enum Kind: Int, CaseIterable, Sendable {
    case dns
    case http
    case tls
    case quic
    case dhcp
    case ntp
    case snmp
    case ssdp
    case stun
    case netbiosName
    case netbiosDatagram
    case rtp
    case ssh
    case smtp
    case ftp
    case pop3
    case imap
    case sip
    case smb
  }

  package var kind: Kind {
    switch self {
    case .dns: .dns
    case .http: .http
    case .tls: .tls
    case .quic: .quic
    case .dhcp: .dhcp
    case .ntp: .ntp
    case .snmp: .snmp
    case .ssdp: .ssdp
    case .stun: .stun
    case .netbiosName: .netbiosName
    case .netbiosDatagram: .netbiosDatagram
    case .rtp: .rtp
    case .ssh: .ssh
    case .smtp: .smtp
    case .ftp: .ftp
    case .pop3: .pop3
    case .imap: .imap
    case .sip: .sip
    case .smb: .smb
    }
  }
}
