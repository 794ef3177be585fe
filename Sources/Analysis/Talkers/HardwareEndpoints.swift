package import Dissection
package import Packets

/// The interfaces on captured Ethernet links: what each sent and received, and which hosts they are.
///
/// A host is on the link if packets with its address come with a hop limit that no router has
/// lowered (64, 128 and 255 are what hosts begin with), or if it is the sender of ARP.
package struct HardwareEndpoints: Sendable {
  /// Frames of more interfaces than this are not told apart: one link seldom has more.
  package static let limit = 4096
  /// Network addresses that are kept of an interface: that of IPv4 and several of IPv6.
  package static let addressLimit = 8

  package struct Endpoint: Sendable {
    package var address: HardwareAddress
    package var tally = TrafficTally()
    fileprivate var hosts = InlineArray<8, IPAddress>(repeating: IPAddress(high: 0, low: 0))
    fileprivate var hostCount = 0

    /// Network addresses that it has, in the order in which they were seen.
    package var addresses: [IPAddress] { (0..<hostCount).map { hosts[$0] } }

    fileprivate mutating func note(_ host: IPAddress) {
      for index in 0..<hostCount where hosts[index] == host { return }
      guard hostCount < HardwareEndpoints.addressLimit else { return }
      hosts[hostCount] = host
      hostCount += 1
    }
  }

  private var endpoints = ContiguousArray<Endpoint>()
  private var numbers: [HardwareAddress: Int32] = [:]
  /// The interfaces seen last, by their lowest bits; -1 where there is none yet.
  private var recent = InlineArray<64, Int32>(repeating: -1)
  /// Frames with an address that was one too many.
  package private(set) var uncounted: UInt64 = 0

  package init() {}

  package var count: Int { endpoints.count }

  /// Counts a frame between two interfaces; `packet` is the outermost of its headers.
  package mutating func add(
    from source: HardwareAddress,
    to destination: HardwareAddress,
    _ packet: borrowing PacketHeaders
  ) {
    let bytes = UInt64(packet.wireLength)
    let (sender, receiver) = (number(of: source), number(of: destination))
    if sender >= 0 {
      endpoints[sender].tally.packetsSent &+= 1
      endpoints[sender].tally.bytesSent &+= bytes
      if Self.isOnLink(packet) { endpoints[sender].note(packet.source) }
    }
    if receiver >= 0 {
      endpoints[receiver].tally.packetsReceived &+= 1
      endpoints[receiver].tally.bytesReceived &+= bytes
    }
    if sender < 0 || receiver < 0 { uncounted &+= 1 }
  }

  private static func isOnLink(_ packet: borrowing PacketHeaders) -> Bool {
    let source = packet.source
    let isNone = source == IPAddress(v4: 0) || source == IPAddress(high: 0, low: 0)
    switch packet.network {
    case .none: return false
    case .arp: return !isNone
    case .ipv4, .ipv6:
      let hops = packet.hopLimit
      return !isNone && (hops == 64 || hops == 128 || hops == 255)
    }
  }

  private mutating func number(of address: HardwareAddress) -> Int {
    let slot = Int(truncatingIfNeeded: (address.rawValue ^ address.rawValue >> 24) & 63)
    let known = recent[slot]
    if known >= 0, endpoints[Int(known)].address == address { return Int(known) }
    let number: Int32
    if let found = numbers[address] {
      number = found
    } else {
      guard endpoints.count < Self.limit else { return -1 }
      number = Int32(endpoints.count)
      endpoints.append(Endpoint(address: address))
      numbers[address] = number
    }
    recent[slot] = number
    return Int(number)
  }

  /// The interfaces with the most bytes, heaviest first; equal ones by their addresses.
  package func heaviest(_ count: Int) -> [Endpoint] {
    let sorted = endpoints.sorted {
      $0.tally.bytes != $1.tally.bytes
        ? $0.tally.bytes > $1.tally.bytes : $0.address < $1.address
    }
    return Array(sorted.prefix(count))
  }

  /// The interface of each host on the link; none for a host that several claim to be.
  package var interfaces: [IPAddress: HardwareAddress] {
    var found: [IPAddress: HardwareAddress] = [:]
    var disputed: Set<IPAddress> = []
    for endpoint in endpoints {
      for host in endpoint.addresses {
        if found.updateValue(endpoint.address, forKey: host) != nil { disputed.insert(host) }
      }
    }
    return found.filter { !disputed.contains($0.key) }
  }

  /// Adds what another table has.
  package mutating func merge(_ other: HardwareEndpoints) {
    uncounted &+= other.uncounted
    for endpoint in other.endpoints {
      let number = number(of: endpoint.address)
      guard number >= 0 else {
        uncounted &+= endpoint.tally.packets
        continue
      }
      endpoints[number].tally.merge(endpoint.tally)
      for host in endpoint.addresses { endpoints[number].note(host) }
    }
  }
}
