extension ApplicationContent {
  /// The protocol that it was done in.
  package var applicationProtocol: ApplicationProtocol {
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
