import SwiftASN1

/// Times of certificates (RFC 5280 §4.1.2.5).
enum CertificateTime {
  /// Seconds since the epoch of a UTCTime or GeneralizedTime; `nil` where it is neither.
  ///
  /// Seconds may be missing and a zone given: RFC 5280 forbids both, old certificates do it.
  static func seconds(_ node: ASN1Node) -> Int64? {
    guard let bytes = try? node.bytes() else { return nil }
    var rest = bytes
    let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
    rest = rest.dropFirst(digits.count)
    var pairs = stride(from: digits.startIndex, to: digits.endIndex - 1, by: 2)
      .map { Int64(digits[$0] - 0x30) * 10 + Int64(digits[$0 + 1] - 0x30) }
    switch node.identifier {
    // Two digits of a year: 50 and up are of the last century.
    case .utcTime where pairs.count >= 5: pairs.insert(pairs[0] >= 50 ? 19 : 20, at: 0)
    case .generalizedTime where pairs.count >= 6: break
    default: return nil
    }
    if pairs.count == 6 { pairs.append(0) }
    guard pairs.count == 7, 1...12 ~= pairs[2], 1...31 ~= pairs[3] else { return nil }
    let days = daysSinceEpoch(year: pairs[0] * 100 + pairs[1], month: pairs[2], day: pairs[3])
    return days * 86_400 + pairs[4] * 3600 + pairs[5] * 60 + pairs[6] - zone(rest)
  }

  /// Seconds that a zone like "+0100" is ahead of UTC; 0 for "Z".
  private static func zone(_ text: ArraySlice<UInt8>) -> Int64 {
    guard let sign = text.first, sign == 0x2b || sign == 0x2d, text.count == 5,
      let number = Int64(String(decoding: text.dropFirst(), as: UTF8.self))
    else { return 0 }
    let seconds = number / 100 * 3600 + number % 100 * 60
    return sign == 0x2b ? seconds : -seconds
  }

  /// Days from 1970-01-01 in the Gregorian calendar, by counting years from March.
  private static func daysSinceEpoch(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
