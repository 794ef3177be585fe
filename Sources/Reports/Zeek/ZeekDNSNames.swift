internal import Dissection

/// The words of Zeek's `base/protocols/dns/consts.zeek`, where they differ from those of IANA.
enum ZeekDNSNames {
  static func name(ofClass number: UInt16) -> String {
    switch number {
    case 1: "C_INTERNET"
    case 2: "C_CSNET"
    case 3: "C_CHAOS"
    case 4: "C_HESIOD"
    case 254: "C_NONE"
    case 255: "C_ANY"
    default: "qclass-\(number)"
    }
  }

  static func name(of type: DNSRecordType) -> String {
    switch type.rawValue {
    case 255: "*"
    case 258...260: "query-\(type.rawValue)"
    default: type.name.hasPrefix("TYPE") ? "query-\(type.rawValue)" : type.name
    }
  }

  static func name(of code: DNSResponseCode) -> String {
    switch code.rawValue {
    case 8: "NXRRSet"
    case 11...15: "unassigned-\(code.rawValue)"
    default: code.name
    }
  }

  static func name(of opcode: DNSOpcode) -> String {
    switch opcode {
    case .query: "query"
    case .inverseQuery: "iquery"
    case .status: "server-status"
    case .notify: "notify"
    case .update: "dynamic-update"
    case .statefulOperations: "dso"
    default: "opcode-\(opcode.rawValue)"
    }
  }
}
