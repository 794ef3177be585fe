import Dissection
import Testing

struct QUICPacketNumberTests {
  struct Vector: Sendable {
    var shortened: UInt64
    var bytes: Int
    var largest: UInt64?
    var whole: UInt64
  }

  @Test(arguments: [
    // The example of RFC 9000 §A.3.
    Vector(shortened: 0x9b32, bytes: 2, largest: 0xa82f_30ea, whole: 0xa82f_9b32),
    Vector(shortened: 7, bytes: 1, largest: nil, whole: 7),
    Vector(shortened: 0, bytes: 1, largest: 255, whole: 256),
    Vector(shortened: 0xff, bytes: 1, largest: 256, whole: 255),
    Vector(shortened: 0xff, bytes: 1, largest: 0, whole: 255),
    Vector(shortened: 0, bytes: 4, largest: .max, whole: 0),
  ])
  func numbersGoOnWhereTheyWere(vector: Vector) {
    let whole = QUICPacketNumber.whole(
      vector.shortened,
      bytes: vector.bytes,
      after: vector.largest
    )
    #expect(whole == vector.whole)
  }
}
