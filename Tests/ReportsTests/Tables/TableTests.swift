import Flows
import Packets
import Reports
import Testing

struct TableTests {
  /// The cells of a CSV text by RFC 4180, written apart from the writer.
  private func parse(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var characters = String(decoding: bytes, as: UTF8.self).unicodeScalars.makeIterator()
    var pending = characters.next()
    while let scalar = pending {
      pending = characters.next()
      switch (scalar, isQuoted) {
      case ("\"", true) where pending == "\"":
        cell.unicodeScalars.append(scalar)
        pending = characters.next()
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        row.append(cell)
        cell = ""
      case ("\r", false) where pending == "\n":
        pending = characters.next()
        rows.append(row + [cell])
        row = []
        cell = ""
      default: cell.unicodeScalars.append(scalar)
      }
    }
    #expect(row.isEmpty && cell.isEmpty, "the last row ends with CRLF")
    return rows
  }

  private func cells(_ rows: [[String]]) -> [String: String] {
    Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
  }

  @Test func flowsHaveOneCellForEachColumn() throws {
    var table = FlowTable(ByteWriter())
    try table.write(Samples.connection, path: Samples.path)
    try table.write(Samples.flow(.udp, .udp), path: EncapsulationPath())
    let rows = parse(table.takeBytes())
    #expect(rows.count == 3)
    #expect(Set(rows.map(\.count)).count == 1)
    #expect(Set(rows[0]).count == rows[0].count, "names of columns are unique")
  }

  @Test func flowsAreWrittenWithTheirValues() throws {
    var table = FlowTable(ByteWriter())
    try table.write(Samples.connection, path: Samples.path)
    let cells = cells(parse(table.takeBytes()))
    #expect(cells["path"] == "vlan:10/vxlan:42")
    #expect(cells["originator_address"] == "10.0.0.1")
    #expect(cells["originator_packets"] == "2")
    #expect(cells["responder_wire_bytes"] == "1514")
    #expect(cells["duration_ns"] == "2500000000")
    #expect(cells["tcp_zeek_history"] == "ShADadfF")
    #expect(cells["tcp_originator_retransmissions"] == "2")
    #expect(cells["tcp_responder_rtt_min_ns"] == "30000000")
  }

  @Test func cellsOfTCPAreEmptyForOtherTransports() throws {
    var table = FlowTable(ByteWriter())
    try table.write(Samples.flow(.udp, .udp), path: EncapsulationPath())
    let cells = cells(parse(table.takeBytes()))
    for (name, value) in cells where name.hasPrefix("tcp_") { #expect(value.isEmpty, "\(name)") }
    #expect(cells["one_way"] == "false")
  }

  @Test func eventsAreWrittenWithTheirValues() throws {
    var table = EventTable(ByteWriter())
    try table.write(Samples.event)
    let cells = cells(parse(table.takeBytes()))
    #expect(cells["kind"] == "retransmission")
    #expect(cells["evidence"] == "inferred")
    #expect(cells["retransmission"] == "fast")
    #expect(cells["value"] == "-5")
    #expect(cells["related_frame"] == "18")
  }
}
