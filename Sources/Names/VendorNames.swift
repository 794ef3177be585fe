package import Dissection

/// The vendors of hardware addresses, by the IEEE's public lists of assignments.
///
/// An assignment is of 24, 28 or 36 bits (MA-L, MA-M, MA-S); the longest that fits counts.
package struct VendorNames: Sendable {
  /// Where Debian's package `ieee-data` has the lists.
  package static let usualFolder = "/usr/share/ieee-data"
  /// Longer names are cut.
  private static let nameLimit = 128

  /// The lists that were read.
  package private(set) var files: [String] = []
  /// By the assigned bits, with their number in the lowest byte.
  private var names: [UInt64: String] = [:]

  package init() {}

  package var isEmpty: Bool { names.isEmpty }

  /// The lists that are installed; empty where there are none.
  package static func installed(in folder: String = usualFolder) -> VendorNames {
    var vendors = VendorNames()
    for list in ["oui", "mam", "oui36"] {
      for path in ["\(folder)/\(list).csv", "\(folder)/\(list).txt"] where WholeFile.exists(path) {
        // What is installed and cannot be read is as if it were not there: nobody asked for it.
        guard (try? vendors.add(path)) == nil else { break }
      }
    }
    return vendors
  }

  /// Adds the assignments of a file, `oui.txt` or `oui.csv`.
  package mutating func add(_ path: String) throws(NamesError) {
    let bytes = try WholeFile.bytes(of: path)
    var block: UInt64?
    var isList = false
    for line in bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
      if addTable(line) { isList = true } else { addText(line, &block) }
    }
    guard isList || block != nil else { throw .notVendors(path: path) }
    files.append(path)
  }

  /// The vendor of an address; none for a group's or one that software made up.
  package func vendor(of address: HardwareAddress) -> String? {
    guard !address.isMulticast, !address.isLocallyAdministered else { return nil }
    for bits in [36, 28, 24] as [UInt64] {
      if let name = names[Self.key(address.rawValue >> (48 - bits), bits)] { return name }
    }
    return nil
  }

  private static func key(_ prefix: UInt64, _ bits: UInt64) -> UInt64 { prefix << 8 | bits }

  private mutating func add(_ prefix: UInt64, _ bits: UInt64, _ name: some Collection<UInt8>) {
    let text = String(decoding: name.prefix(Self.nameLimit), as: UTF8.self)
    guard !text.isEmpty, text != "Private" else { return }
    names[Self.key(prefix, bits)] = text
  }

  /// A line such as `MA-L,002272,"Name, Inc.",Address`; whether it is one.
  private mutating func addTable(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: "MA-".utf8) else { return false }
    let fields = line.split(separator: 44, maxSplits: 2, omittingEmptySubsequences: false)
    guard fields.count == 3, [6, 7, 9].contains(fields[1].count),
      let prefix = UInt64(String(decoding: fields[1], as: UTF8.self), radix: 16)
    else { return false }
    var name = fields[2]
    if name.first == 34 {
      name = name.dropFirst()
      name = name[..<(name.firstIndex(of: 34) ?? name.endIndex)]
    } else {
      name = name[..<(name.firstIndex(of: 44) ?? name.endIndex)]
    }
    add(prefix, UInt64(4 * fields[1].count), name)
    return true
  }

  /// Two lines: `00-22-72   (hex)` and a name, then the same or a range with `(base 16)`.
  private mutating func addText(_ line: ArraySlice<UInt8>, _ block: inout UInt64?) {
    let words = line.split(maxSplits: 2) { $0 == 32 || $0 == 9 }
    guard words.count == 3 else { return }
    let first = String(decoding: words[0], as: UTF8.self)
    if words[1].elementsEqual("(hex)".utf8) {
      block = UInt64(first.filter { $0 != "-" }, radix: 16)
    } else if words[1].elementsEqual("(base".utf8), let block, block < 1 << 24 {
      let name = words[2].drop { $0 != 41 }.dropFirst().drop { $0 == 32 || $0 == 9 }
      let ends = first.split(separator: "-").compactMap { UInt64($0, radix: 16) }
      guard ends.count == 2, ends[0] <= ends[1], ends[1] < 1 << 24 else {
        return add(block, 24, name)
      }
      let free = UInt64((ends[1] - ends[0] + 1).trailingZeroBitCount)
      guard free <= 24 else { return }
      add((block << 24 | ends[0]) >> free, 48 - free, name)
    }
  }
}
