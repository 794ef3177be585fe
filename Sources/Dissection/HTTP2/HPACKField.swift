/// A name and a value as HPACK carries them (RFC 7541 §1.3).
package struct HPACKField: Equatable, Sendable {
  package var name: [UInt8]
  package var value: [UInt8]

  package init(name: [UInt8], value: [UInt8]) {
    self.name = name
    self.value = value
  }

  /// Its size in a dynamic table (RFC 7541 §4.1).
  var size: Int { name.count + value.count + 32 }
}
