/// Numbers as tshark prints them in base 16.
func hexadecimal(_ value: some FixedWidthInteger) -> String {
  let digits = String(value, radix: 16)
  return "0x" + String(repeating: "0", count: value.bitWidth / 4 - digits.count) + digits
}

/// Flags as tshark prints them.
func flag(_ value: Bool) -> String { value ? "1" : "0" }

/// Nanoseconds as tshark prints durations.
func seconds(_ nanoseconds: Int64) -> String {
  let fraction = String(nanoseconds.magnitude % 1_000_000_000)
  let zeros = String(repeating: "0", count: 9 - fraction.count)
  return "\(nanoseconds < 0 ? "-" : "")\(nanoseconds.magnitude / 1_000_000_000).\(zeros)\(fraction)"
}
