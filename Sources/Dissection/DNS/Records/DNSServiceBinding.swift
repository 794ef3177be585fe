package import Packets

/// The contents of a SVCB or HTTPS record (RFC 9460 §2.2).
package struct DNSServiceBinding: Equatable, Sendable {
  /// Parameters read of one record.
  package static let maximumParameters = 64
  /// Values kept of one parameter (ALPN identifiers, addresses).
  package static let maximumValues = 64

  /// 0 for an alias.
  package var priority: UInt16
  package var target: String
  /// Keys of the parameters in the order of the record (§14.3.2).
  package var keys: [UInt16] = []
  package var protocols: [String] = []
  package var port: UInt16?
  package var addresses: [IPAddress] = []
  /// An `ech` parameter is there: Encrypted ClientHello is offered.
  package var offersEncryptedHello = false
}

extension DNSServiceBinding {
  /// Reads the record; `reader` reads the whole message and `end` is where the record ends.
  init(_ reader: inout ByteReader, end: Int) throws(DissectionError) {
    priority = try reader.readUInt16()
    target = try reader.readDNSName()
    while reader.offset < end, keys.count < Self.maximumParameters {
      let key = try reader.readUInt16()
      let length = Int(try reader.readUInt16())
      guard length <= end - reader.offset else { throw .malformed("parameter beyond its record") }
      keys.append(key)
      var value = try reader.readPart(length)
      try read(key, &value)
    }
  }

  private mutating func read(_ key: UInt16, _ value: inout ByteReader) throws(DissectionError) {
    switch key {
    case 1:
      while !value.isAtEnd, protocols.count < Self.maximumValues {
        let length = Int(try value.readUInt8())
        protocols.append(String(decoding: try value.readBytes(length)))
      }
    case 3: port = try value.readUInt16()
    case 4:
      while !value.isAtEnd, addresses.count < Self.maximumValues {
        addresses.append(IPAddress(v4: try value.readUInt32()))
      }
    case 5: offersEncryptedHello = true
    case 6:
      while !value.isAtEnd, addresses.count < Self.maximumValues {
        addresses.append(try value.readIPv6Address())
      }
    default: break
    }
  }
}
