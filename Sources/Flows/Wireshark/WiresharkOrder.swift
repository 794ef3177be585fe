/// Order of sequence numbers modulo 2³², at the exact half turn as Wireshark has it: there a number
/// is both before and after the other.
enum WiresharkOrder {
  static func isAfter(_ number: UInt32, _ other: UInt32) -> Bool {
    Int32(bitPattern: other &- number) < 0
  }

  static func isBefore(_ number: UInt32, _ other: UInt32) -> Bool {
    Int32(bitPattern: number &- other) < 0
  }

  static func isAtMost(_ number: UInt32, _ other: UInt32) -> Bool {
    Int32(bitPattern: number &- other) <= 0
  }
}
