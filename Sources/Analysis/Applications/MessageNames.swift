package import Dissection

// Names of messages as outputs have them. They are part of the published formats (docs/outputs.md): a
// name may be added, never changed.

extension ApplicationContent {
  /// The type of transaction; the word of Wireshark's display filters.
  package var name: StaticString { applicationProtocol.filterName }
}

extension ApplicationProtocol {
  /// The word of Wireshark's display filters.
  package var filterName: StaticString {
    switch self {
    case .netbiosName: "nbns"
    case .netbiosDatagram: "nbdgm"
    case .dns: "dns"
    case .http: "http"
    case .tls: "tls"
    case .quic: "quic"
    case .dhcp: "dhcp"
    case .ntp: "ntp"
    case .snmp: "snmp"
    case .ssdp: "ssdp"
    case .stun: "stun"
    case .rtp: "rtp"
    case .ssh: "ssh"
    case .smtp: "smtp"
    case .ftp: "ftp"
    case .pop3: "pop3"
    case .imap: "imap"
    case .sip: "sip"
    case .smb: "smb"
    }
  }
}

extension STUNMessage {
  /// The registered name of the method, or its number (RFC 8489 §18.2, RFC 8656 §17).
  package var methodName: String {
    switch method {
    case 1: "Binding"
    case 3: "Allocate"
    case 4: "Refresh"
    case 6: "Send"
    case 7: "Data"
    case 8: "CreatePermission"
    case 9: "ChannelBind"
    default: "\(method)"
    }
  }
}

extension NetBIOSNameMessage.Operation {
  /// The word of RFC 1002 §4.2.1.1, or the number.
  package var name: String {
    switch self {
    case .query: "query"
    case .registration: "registration"
    case .release: "release"
    case .wait: "wait"
    case .refresh: "refresh"
    default: "\(rawValue)"
    }
  }
}

extension SNMPProtocolDataUnit.Kind {
  /// Its name in outputs.
  package var name: String {
    switch self {
    case .get: "get"
    case .getNext: "get_next"
    case .response: "response"
    case .set: "set"
    case .trap: "trap"
    case .getBulk: "get_bulk"
    case .inform: "inform"
    case .trapV2: "trap_v2"
    case .report: "report"
    }
  }
}

extension SSDPMessage.Kind {
  /// Its name in outputs.
  package var name: String {
    switch self {
    case .search: "search"
    case .notify: "notify"
    case .response: "response"
    }
  }
}

extension NetBIOSDatagram.Kind {
  /// Its name in outputs.
  package var name: String {
    switch self {
    case .directUnique: "direct_unique"
    case .directGroup: "direct_group"
    case .broadcast: "broadcast"
    case .error: "error"
    case .queryRequest: "query_request"
    case .positiveResponse: "positive_response"
    case .negativeResponse: "negative_response"
    }
  }
}
