/// A protocol above the transport, or what an application message carries.
enum ApplicationLayer: UInt8, Sendable {
  case data = 1
  case browser
  case bgp
  case cldap
  case coap
  case dbLspDisc
  case dhcp
  case dhcpv6
  case dnp3
  case dns
  case dtls
  case ftp
  case ftpData
  case gif
  case gquic
  case http
  case imap
  case ipp
  case isakmp
  case jpeg
  case json
  case kerberos
  case ldap
  case llmnr
  case mailslot
  case mdns
  case media
  case mndp
  case mysql
  case nbdgm
  case nbns
  case nbss
  case ntp
  case ocsp
  case pgsql
  case png
  case pop
  case portmap
  case quic
  case radius
  case rip
  case ripng
  case rpc
  case rtcp
  case rtsp
  case sip
  case smb
  case smb2
  case smtp
  case snmp
  case ssdp
  case ssh
  case stun
  case syslog
  case telnet
  case text
  case tftp
  case tls
  case udpEncapsulation
  case urlencodedForm
  case websocket
  case xml

  /// What Wireshark calls it.
  var name: String {
    switch self {
    case .dbLspDisc: "db-lsp-disc"
    case .ftpData: "ftp-data"
    case .gif: "image-gif"
    case .jpeg: "image-jfif"
    case .text: "data-text-lines"
    case .udpEncapsulation: "udpencap"
    case .urlencodedForm: "urlencoded-form"
    default: "\(self)"
    }
  }
}
