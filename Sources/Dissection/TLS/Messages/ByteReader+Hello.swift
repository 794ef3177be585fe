extension ByteReader {
  /// Steps over a part whose length precedes it in one byte, and says where it is.
  mutating func readHelloPart8() throws(DissectionError) -> HelloBytes.Part {
    let count = Int(try readUInt8())
    let start = offset
    try skip(count)
    return HelloBytes.Part(self, from: start)
  }

  /// Steps over a part whose length precedes it in two bytes, and says where it is.
  mutating func readHelloPart16() throws(DissectionError) -> HelloBytes.Part {
    let count = Int(try readUInt16())
    let start = offset
    try skip(count)
    return HelloBytes.Part(self, from: start)
  }

  /// Steps over the list of extensions, if there is one: before TLS 1.2, hellos without it were the
  /// rule.
  ///
  /// `body` reads what is of interest. The list is flawed where it ends early, or `body` fails; of a
  /// message that was cut, the first extensions are there.
  @inline(__always)
  mutating func readExtensions(
    _ body: (UInt16, RawSpan) throws(DissectionError) -> Void
  ) throws(DissectionError) -> (list: HelloBytes.Part, isMalformed: Bool) {
    guard !isAtEnd else { return (HelloBytes.Part(), false) }
    let length = Int(try readUInt16())
    let start = offset
    var isMalformed = length > remaining
    var list = try readPart(min(length, remaining))
    do throws(DissectionError) {
      while !list.isAtEnd {
        let type = try list.readUInt16()
        let content = try list.readBytes(Int(try list.readUInt16()))
        do throws(DissectionError) { try body(type, content) } catch { isMalformed = true }
      }
    } catch {
      isMalformed = true
    }
    return (HelloBytes.Part(self, from: start), isMalformed)
  }
}
