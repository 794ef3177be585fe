internal import Packets

/// A column of addresses as text.
struct AddressColumn: ReportColumn {
  private var texts: TextColumn
  private var places = PlaceTable()
  private var addresses: ContiguousArray<IPAddress> = []

  init(_ name: StaticString) { texts = TextColumn(name) }

  var heading: ColumnHeading { texts.heading }
  var byteCount: Int { texts.byteCount }

  mutating func append(_ address: IPAddress) {
    let hash = PlaceTable.hash(address.high, address.low)
    if let place = places.place(hash, { addresses[$0] == address }) {
      return texts.append(place: place)
    }
    // Texts of addresses differ as they do, so that both lists have the same places.
    texts.append(place: texts.place(of: address.description))
    addresses.append(address)
    _ = places.append(hash)
  }

  func write(to bytes: inout [UInt8]) { texts.write(to: &bytes) }
}
