/// A decoded field block in the terms of HTTP (RFC 9113 §8.3).
struct HTTP2FieldList: Sendable {
  var method: String?
  var path: String?
  var scheme: String?
  var status: UInt16?
  var fields = HTTPFields()

  init(_ list: [HPACKField]) {
    for field in list {
      guard field.name.first == UInt8(ascii: ":") else {
        guard let name = HTTPFieldName(field.name.span.bytes) else { continue }
        fields.set(name, to: field.value.span.bytes)
        continue
      }
      let value = field.value[...]
      switch String(decoding: field.name, as: UTF8.self) {
      case ":method": method = value.text(limit: HTTPRequestLine.longestMethod)
      case ":path": path = value.text(limit: HTTPLimits.line)
      case ":scheme": scheme = value.text(limit: HTTPRequestLine.longestMethod)
      case ":authority": fields.host = value.text(limit: HTTPLimits.value)
      case ":status": status = value.decimal.flatMap { UInt16(exactly: $0) }
      default: break
      }
    }
  }
}
