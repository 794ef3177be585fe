/// `conn_state` of Zeek's `conn.log`.
package enum ZeekState: UInt8, CaseIterable, Sendable {
  case s0
  case s1
  case sf
  case rej
  case s2
  case s3
  case rsto
  case rstr
  case rstos0
  case rstrh
  case sh
  case shr
  case other

  /// The name as Zeek writes it.
  package var name: String {
    switch self {
    case .s0: "S0"
    case .s1: "S1"
    case .sf: "SF"
    case .rej: "REJ"
    case .s2: "S2"
    case .s3: "S3"
    case .rsto: "RSTO"
    case .rstr: "RSTR"
    case .rstos0: "RSTOS0"
    case .rstrh: "RSTRH"
    case .sh: "SH"
    case .shr: "SHR"
    case .other: "OTH"
    }
  }
}
