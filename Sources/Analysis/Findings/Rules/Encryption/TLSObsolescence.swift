import Dissection

/// Since when versions and cipher suites of TLS should not be used any more.
enum TLSObsolescence {
  /// Seconds since the epoch from which on a version is obsolete; `nil` for those that are not.
  static func start(of version: TLSVersion) -> Int64? {
    switch version {
    // RFC 6176, March 2011.
    case .ssl2: 1_298_937_600
    // RFC 7568, June 2015.
    case .ssl3: 1_433_116_800
    // RFC 8996, March 2021.
    case .tls10, .tls11: 1_614_556_800
    default: nil
    }
  }

  /// The same of a cipher suite: of the weakest word of its name.
  ///
  /// It is asked for every session, so words are compared as numbers; of a long word the last eight
  /// letters count, which equal no shorter one.
  static func start(of suite: CipherSuite) -> Int64? {
    var name = suite.description
    return name.withUTF8 { letters in
      var earliest: Int64?
      var word: UInt64 = 0
      for letter in letters {
        if letter == UInt8(ascii: "_") {
          earliest = earlier(earliest, start(ofWord: word))
          word = 0
        } else {
          word = word << 8 | UInt64(letter)
        }
      }
      return earlier(earliest, start(ofWord: word))
    }
  }

  private static func start(ofWord letters: UInt64) -> Int64? {
    switch letters {
    // "NULL", "anon", "EXPORT": never secret, never authentic, or made to be broken; forbidden since
    // TLS 1.1 (RFC 4346 §A.5).
    case 0x4e55_4c4c, 0x616e_6f6e, 0x4558_504f_5254: 0
    // "RC4": RFC 7465, February 2015.
    case 0x52_4334: 1_422_748_800
    // "DES": RFC 5469, February 2009.
    case 0x44_4553: 1_233_446_400
    // "3DES": RFC 9325 §4.1, November 2022.
    case 0x3344_4553: 1_667_260_800
    default: nil
    }
  }

  private static func earlier(_ one: Int64?, _ other: Int64?) -> Int64? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
  }
}
