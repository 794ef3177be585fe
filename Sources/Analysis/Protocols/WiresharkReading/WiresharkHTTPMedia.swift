/// Which dissector Wireshark gives the body of an HTTP message to.
enum WiresharkHTTPMedia {
  /// By the value of `Content-Type`, in lower case.
  static func path(of contentType: String) -> ApplicationPath {
    let type = contentType.prefix { $0 != ";" && $0 != " " }
    return ApplicationPath(.http).with(layer(of: type))
  }

  private static func layer(of type: Substring) -> ApplicationLayer {
    switch type {
    case "image/gif": .gif
    case "image/png": .png
    case "image/jpeg", "image/jpg", "image/jfif", "image/pjpeg": .jpeg
    case "application/json", "text/json": .json
    case "text/xml", "application/xml": .xml
    case "application/x-www-form-urlencoded": .urlencodedForm
    case "application/ocsp-request", "application/ocsp-response": .ocsp
    case "application/octet-stream": .data
    case "application/ipp": .ipp
    case "application/x-javascript": .text
    case _ where type.hasSuffix("+xml"): .xml
    case _ where type.hasPrefix("text/"): .text
    default: .media
    }
  }

  /// What the first bytes of the body (in network order, the first in the highest) change.
  static func path(_ named: ApplicationPath, lead: UInt32, count: Int) -> ApplicationPath {
    guard count > 0 else { return named }
    let http = ApplicationPath(.http)
    if named == http.with(.gif) || named == http.with(.jpeg), lead == 0x8950_4e47 {
      return http.with(.png)
    }
    // No JSON: its dissector hands it on as text. 0x1f begins gzip.
    if named == http.with(.json), ![0x7b, 0x5b, 0x1f].contains(lead >> 24) {
      return named.with(.text)
    }
    return named
  }
}
