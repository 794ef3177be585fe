package import Analysis
package import Dissection
package import Packets
import Synchronization

/// What installed and given files know of hosts: vendors by hardware address, places and networks by
/// network address.
package final class HostNames: Sendable {
  /// Answers that are kept, because busy hosts are asked for with each of their flows.
  private static let cacheLimit = 65_536

  private let vendors: VendorNames
  private let databases: [GeoDatabase]
  private let known = Mutex<[IPAddress: HostOrigin?]>([:])
  private let first = Mutex<NamesError?>(nil)

  package init(vendors: VendorNames = VendorNames(), databases: [GeoDatabase] = []) {
    self.vendors = vendors
    self.databases = databases
  }

  /// The files that the names come from.
  package var files: [String] { vendors.files + databases.map(\.path) }

  package var hasOrigins: Bool { !databases.isEmpty }

  /// What was wrong with a database when it was asked, if anything; its answers are missing.
  package var failure: NamesError? { first.withLock { $0 } }

  package func vendor(of address: HardwareAddress) -> String? { vendors.vendor(of: address) }

  /// What all databases together know; of two that know the same, the one that was given first.
  package func origin(of address: IPAddress) -> HostOrigin? {
    guard hasOrigins else { return nil }
    if let origin = known.withLock({ $0[address] }) { return origin }
    var origin = HostOrigin()
    for database in databases {
      do throws(NamesError) {
        if let found = try database.origin(of: address) { origin.complete(with: found) }
      } catch {
        first.withLock { $0 = $0 ?? error }
      }
    }
    let answer = origin.isEmpty ? nil : origin
    known.withLock { known in
      if known.count >= Self.cacheLimit { known.removeAll(keepingCapacity: true) }
      known[address] = .some(answer)
    }
    return answer
  }
}
