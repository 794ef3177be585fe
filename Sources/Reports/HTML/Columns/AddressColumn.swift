internal import Packets

/// A column of addresses as text.
struct AddressColumn: ReportColumn {
  private var texts: TextColumn
  private var places: [IPAddress: UInt32] = [:]

  init(_ name: StaticString) { texts = TextColumn(name) }

  var heading: ColumnHeading { texts.heading }
  var byteCount: Int { texts.byteCount }

  mutating func append(_ address: IPAddress) {
    if let place = places[address] { return texts.append(place: place) }
    let place = texts.place(of: address.description)
    places[address] = place
    texts.append(place: place)
  }

  func write(to bytes: inout [UInt8]) { texts.write(to: &bytes) }
}
