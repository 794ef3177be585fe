internal import Packets

extension ByteWriter {
  /// Puts the lines before `#fields` of a log as TSV.
  mutating func putZeekHeader(path: StaticString, opened: Timestamp) {
    put("#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\t")
    put(path)
    put(UInt8(ascii: "\n"))
    putZeekTime("#open", opened)
  }

  /// Puts a line with a time, as `#open` and `#close` have it.
  mutating func putZeekTime(_ key: StaticString, _ time: Timestamp) {
    let dash = UInt8(ascii: "-")
    put(key)
    put(UInt8(ascii: "\t"))
    put(date: time, dateJoin: dash, join: dash, timeJoin: dash)
    put(UInt8(ascii: "\n"))
  }
}
