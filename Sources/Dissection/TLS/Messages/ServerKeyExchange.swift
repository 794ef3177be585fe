/// The part of a ServerKeyExchange that names the curve (RFC 8422 §5.4).
enum ServerKeyExchange {
  /// The named curve of an elliptic-curve exchange; `nil` where it is given by its parameters.
  static func namedCurve(parsing body: RawSpan) -> NamedGroup? {
    var reader = ByteReader(body)
    // 3 is named_curve; 1 and 2, explicit curves, are forbidden since RFC 8422.
    guard let kind = try? reader.readUInt8(), kind == 3, let curve = try? reader.readUInt16()
    else { return nil }
    return NamedGroup(rawValue: curve)
  }
}
