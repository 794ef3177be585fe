package import Packets

/// Writes JSON (RFC 8259) member by member straight into a `ByteWriter`.
///
/// It knows where commas go and nothing else: the caller opens and closes objects and arrays.
/// Optional values are written as `null`, so that every object of a kind has the same members.
package struct JSONWriter: ~Copyable {
  package var output: ByteWriter
  private var needsComma = false

  package init(_ output: consuming ByteWriter) { self.output = output }

  // MARK: Structure

  package mutating func beginObject() { begin(UInt8(ascii: "{")) }
  package mutating func endObject() { end(UInt8(ascii: "}")) }
  package mutating func beginArray() { begin(UInt8(ascii: "[")) }
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  package mutating func beginObject(_ key: StaticString) {
    putKey(key)
    beginObject()
  }

  package mutating func beginArray(_ key: StaticString) {
    putKey(key)
    beginArray()
  }

  /// Ends a line of JSON Lines; the next value starts a new document.
  package mutating func endLine() {
    output.put(UInt8(ascii: "\n"))
    needsComma = false
  }

  // MARK: Members

  package mutating func field(_ key: StaticString, _ value: UInt64) {
    putKey(key)
    output.put(value)
    needsComma = true
  }

  package mutating func field(_ key: StaticString, _ value: UInt32) { field(key, UInt64(value)) }

  package mutating func field(_ key: StaticString, _ value: UInt16) { field(key, UInt64(value)) }

  package mutating func field(_ key: StaticString, _ value: Int64) {
    putKey(key)
    output.put(value)
    needsComma = true
  }

  package mutating func field(_ key: StaticString, _ value: some FixedWidthInteger & SignedInteger)
  {
    field(key, Int64(clamping: value))
  }

  package mutating func field(_ key: StaticString, _ value: Bool) {
    putKey(key)
    output.put(value ? "true" : "false" as StaticString)
    needsComma = true
  }

  /// The value is a name that needs no escaping.
  package mutating func field(_ key: StaticString, _ name: StaticString) {
    putKey(key)
    quote { $0.put(name) }
  }

  package mutating func field(_ key: StaticString, _ text: String) {
    putKey(key)
    putString(text)
  }

  package mutating func field(_ key: StaticString, _ address: IPAddress) {
    putKey(key)
    quote { $0.put(address) }
  }

  /// A share of one with six decimals.
  package mutating func field(_ key: StaticString, ratio: Double) {
    putKey(key)
    putRatio(ratio)
  }

  package mutating func null(_ key: StaticString) {
    putKey(key)
    output.put("null")
    needsComma = true
  }

  package mutating func field(_ key: StaticString, _ value: Int64?) {
    if let value { field(key, value) } else { null(key) }
  }

  package mutating func field(_ key: StaticString, _ value: UInt64?) {
    if let value { field(key, value) } else { null(key) }
  }

  package mutating func field(_ key: StaticString, _ value: UInt32?) {
    if let value { field(key, UInt64(value)) } else { null(key) }
  }

  package mutating func field(_ key: StaticString, _ value: UInt16?) {
    if let value { field(key, UInt64(value)) } else { null(key) }
  }

  package mutating func field(_ key: StaticString, _ value: UInt8?) {
    if let value { field(key, UInt64(value)) } else { null(key) }
  }

  package mutating func field(_ key: StaticString, _ value: Bool?) {
    if let value { field(key, value) } else { null(key) }
  }

  package mutating func field(_ key: StaticString, _ name: StaticString?) {
    if let name { field(key, name) } else { null(key) }
  }

  package mutating func field(_ key: StaticString, _ text: String?) {
    if let text { field(key, text) } else { null(key) }
  }

  // MARK: Elements of arrays and named members whose key is data

  package mutating func element(_ text: String) {
    separate()
    putString(text)
  }

  package mutating func element(_ value: UInt64) {
    separate()
    output.put(value)
    needsComma = true
  }

  package mutating func element(_ value: Int64?) {
    separate()
    if let value { output.put(value) } else { output.put("null") }
    needsComma = true
  }

  /// A time in nanoseconds as seconds.
  mutating func element(seconds nanoseconds: Int64, decimals: Int) {
    separate()
    output.put(seconds: nanoseconds, decimals: decimals)
    needsComma = true
  }

  /// A member whose key is data rather than part of the format.
  package mutating func field(named key: String, _ value: UInt64) {
    separate()
    putString(key)
    output.put(UInt8(ascii: ":"))
    output.put(value)
    needsComma = true
  }

  /// An array whose key is data rather than part of the format.
  mutating func beginArray(named key: String) {
    separate()
    putString(key)
    output.put(UInt8(ascii: ":"))
    needsComma = false
    beginArray()
  }

  // MARK: Bytes

  /// A string value whose bytes `put` writes and which need no escaping.
  mutating func quoted(_ key: StaticString, _ put: (inout ByteWriter) -> Void) {
    putKey(key)
    quote(put)
  }

  /// A number that `put` writes.
  mutating func number(_ key: StaticString, _ put: (inout ByteWriter) -> Void) {
    putKey(key)
    put(&output)
    needsComma = true
  }

  private mutating func quote(_ put: (inout ByteWriter) -> Void) {
    output.put(UInt8(ascii: "\""))
    put(&output)
    output.put(UInt8(ascii: "\""))
    needsComma = true
  }

  private mutating func putString(_ text: String) {
    quote { $0.put(escapingJSON: text) }
  }

  private mutating func putRatio(_ ratio: Double) {
    let millionths = Int64(exactly: (max(0, min(ratio, 1e6)) * 1e6).rounded()) ?? 0
    output.put(seconds: millionths * 1000, decimals: 6)
    needsComma = true
  }

  private mutating func putKey(_ key: StaticString) {
    // One piece with one check of the buffer: a flow has two hundred keys.
    let length = key.utf8CodeUnitCount
    let comma = needsComma ? 1 : 0
    needsComma = false
    output.put(size: comma + length + 3) { place in
      place[0] = UInt8(ascii: ",")
      place[comma] = UInt8(ascii: "\"")
      (place + comma + 1).update(from: key.utf8Start, count: length)
      place[comma + length + 1] = UInt8(ascii: "\"")
      place[comma + length + 2] = UInt8(ascii: ":")
    }
  }

  private mutating func separate() {
    if needsComma { output.put(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    output.put(bracket)
  }

  private mutating func end(_ bracket: UInt8) {
    output.put(bracket)
    needsComma = true
  }
}
