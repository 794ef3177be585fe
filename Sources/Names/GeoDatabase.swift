package import Analysis
internal import CMaxMindDB
package import Packets

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A file in MaxMind's format: countries, cities or autonomous systems by address.
///
/// The file is mapped and only read; several threads may ask at once.
package final class GeoDatabase: @unchecked Sendable {
  /// Longer names are cut.
  private static let nameLimit = 256

  package let path: String
  private let database: UnsafeMutablePointer<MMDB_s>

  package init(_ path: String) throws(NamesError) {
    guard WholeFile.exists(path) else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    let opened = UnsafeMutablePointer<MMDB_s>.allocate(capacity: 1)
    opened.initialize(to: MMDB_s())
    let status = MMDB_open(path, UInt32(MMDB_MODE_MMAP), opened)
    guard status == MMDB_SUCCESS else {
      // Before everything is initialised: `deinit`, which would close it, does not run.
      opened.deallocate()
      throw .notDatabase(path: path, reason: Self.reason(status))
    }
    self.path = path
    database = opened
  }

  deinit {
    MMDB_close(database)
    database.deallocate()
  }

  /// What it knows of an address; `nil` where it has no entry.
  package func origin(of address: IPAddress) throws(NamesError) -> HostOrigin? {
    var status: Int32 = 0
    var result = Self.look(up: address, in: database, &status)
    if status == MMDB_IPV6_LOOKUP_IN_IPV4_DATABASE_ERROR { return nil }
    guard status == MMDB_SUCCESS else {
      throw .damaged(path: path, reason: Self.reason(status))
    }
    guard result.found_entry else { return nil }
    var origin = HostOrigin()
    origin.country = try text(["country", "iso_code"], in: &result.entry)
    origin.city = try text(["city", "names", "en"], in: &result.entry)
    origin.organization = try text(["autonomous_system_organization"], in: &result.entry)
    if let number = try value(["autonomous_system_number"], in: &result.entry),
      number.type == UInt32(MMDB_DATA_TYPE_UINT32)
    {
      origin.systemNumber = number.uint32
    }
    return origin.isEmpty ? nil : origin
  }

  private static func look(
    up address: IPAddress,
    in database: UnsafeMutablePointer<MMDB_s>,
    _ status: inout Int32
  ) -> MMDB_lookup_result_s {
    if address.isIPv4 {
      var socket = sockaddr_in()
      socket.sin_family = sa_family_t(AF_INET)
      socket.sin_addr.s_addr = address.v4.bigEndian
      return withUnsafePointer(to: &socket) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          MMDB_lookup_sockaddr(database, $0, &status)
        }
      }
    }
    var socket = sockaddr_in6()
    socket.sin6_family = sa_family_t(AF_INET6)
    withUnsafeMutableBytes(of: &socket.sin6_addr) { bytes in
      bytes.storeBytes(of: address.high.bigEndian, toByteOffset: 0, as: UInt64.self)
      bytes.storeBytes(of: address.low.bigEndian, toByteOffset: 8, as: UInt64.self)
    }
    return withUnsafePointer(to: &socket) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        MMDB_lookup_sockaddr(database, $0, &status)
      }
    }
  }

  private func text(
    _ names: [StaticString],
    in entry: inout MMDB_entry_s
  ) throws(NamesError) -> String? {
    guard let value = try value(names, in: &entry),
      value.type == UInt32(MMDB_DATA_TYPE_UTF8_STRING), let start = value.utf8_string
    else { return nil }
    let count = min(Int(value.data_size), Self.nameLimit)
    return String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// The value at a path of keys; `nil` where the entry has none.
  private func value(
    _ names: [StaticString],
    in entry: inout MMDB_entry_s
  ) throws(NamesError) -> MMDB_entry_data_s? {
    // A static string ends with a zero and stays where it is.
    var keys = names.map { name -> UnsafePointer<CChar>? in
      UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    }
    keys.append(nil)
    var data = MMDB_entry_data_s()
    let status = MMDB_aget_value(&entry, &data, keys)
    switch status {
    case MMDB_SUCCESS: return data.has_data ? data : nil
    case MMDB_LOOKUP_PATH_DOES_NOT_MATCH_DATA_ERROR: return nil
    default: throw .damaged(path: path, reason: Self.reason(status))
    }
  }

  private static func reason(_ status: Int32) -> String {
    MMDB_strerror(status).map { String(cString: $0) } ?? "error \(status)"
  }
}
