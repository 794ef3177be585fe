internal import Dissection

/// The words of Zeek's `base/protocols/ssl/consts.zeek`.
enum ZeekTLSNames {
  static func name(of version: TLSVersion) -> String {
    switch version {
    case .ssl2: "SSLv2"
    case .ssl3: "SSLv3"
    case .tls10: "TLSv10"
    case .tls11: "TLSv11"
    case .tls12: "TLSv12"
    case .tls13: "TLSv13"
    case _ where version.rawValue / 0xff == 0x7f: "TLSv13-draft\(version.rawValue % 0x7f)"
    default: "unknown-\(version.rawValue)"
    }
  }

  static func name(of suite: CipherSuite) -> String {
    let name = "\(suite)"
    return name.hasPrefix("0x") || suite.isGREASE ? "unknown-\(suite.rawValue)" : name
  }

  static func name(of group: NamedGroup) -> String {
    let name = "\(group)"
    return name.hasPrefix("0x") || group.isGREASE ? "unknown-\(group.rawValue)" : name
  }

  static func name(of alert: AlertDescription) -> String {
    // Names that Zeek does not know.
    switch alert.rawValue {
    case 1, 52, 109: "unknown-\(alert.rawValue)"
    default: "\(alert)".first?.isNumber == true ? "unknown-\(alert)" : "\(alert)"
    }
  }

  /// One letter for each step, a capital for the client's.
  static func history(of session: TLSSession) -> String {
    var text = ""
    var expectsRetry = session.helloRetryRequest != nil
    for step in session.steps {
      var letter = letter(for: step.kind)
      if letter == "s", expectsRetry {
        letter = "j"
        expectsRetry = false
      }
      text += step.sender == .client ? letter.uppercased() : letter
    }
    return text
  }

  private static func letter(for kind: TLSStep.Kind) -> String {
    switch kind {
    case .changeCipherSpec: "i"
    case .alert: "l"
    case .heartbeat: "b"
    case .handshake(let type): letters[type.rawValue] ?? "z"
    }
  }

  private static let letters: [UInt8: String] = [
    0: "h", 1: "c", 2: "s", 3: "v", 4: "t", 5: "e", 6: "j", 8: "o", 11: "x", 12: "k", 13: "r",
    14: "n", 15: "y", 16: "g", 20: "f", 21: "w", 22: "u", 23: "a", 24: "p", 254: "m",
  ]
}
