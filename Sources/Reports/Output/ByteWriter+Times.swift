package import Packets

extension ByteWriter {
  /// Puts a moment as a date and time of UTC, the parts joined as asked
  /// (`2024-05-01T12:00:00` or `2024-05-01 12:00:00`).
  package mutating func put(
    date time: Timestamp,
    dateJoin: UInt8 = UInt8(ascii: "-"),
    join: UInt8 = UInt8(ascii: "T"),
    timeJoin: UInt8 = UInt8(ascii: ":")
  ) {
    let moment = CivilTime(time)
    put(UInt64(clamping: moment.year), digits: 4)
    put(dateJoin)
    put(UInt64(moment.month), digits: 2)
    put(dateJoin)
    put(UInt64(moment.day), digits: 2)
    put(join)
    put(UInt64(moment.hour), digits: 2)
    put(timeJoin)
    put(UInt64(moment.minute), digits: 2)
    put(timeJoin)
    put(UInt64(moment.second), digits: 2)
  }

  /// Puts a second since 1970-01-01 00:00:00 UTC as RFC 3339 writes it (`2024-05-01T12:00:00Z`).
  package mutating func put(second: Int64) {
    let moment = CivilTime(second: second)
    put(UInt64(clamping: moment.year), digits: 4)
    for (mark, part) in [
      ("-", moment.month), ("-", moment.day), ("T", moment.hour), (":", moment.minute),
      (":", moment.second),
    ] as [(StaticString, Int)] {
      put(mark)
      put(UInt64(part), digits: 2)
    }
    put("Z")
  }
}
