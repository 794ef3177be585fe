package import CaptureFiles
internal import Packets

/// What `apus info` prints of a capture file: the facts that capinfos prints, in the same order.
package struct CaptureInfoText {
  let facts: CaptureFacts
  private let options: TextOptions
  private static let labelWidth = 24

  package init(_ facts: CaptureFacts, options: TextOptions = TextOptions()) {
    self.facts = facts
    self.options = options
  }

  /// Puts the text into an output.
  package func write(to output: inout ByteWriter) { output.put(text) }

  package var text: String {
    var page = TextPage(options)
    page.line(page.style.bold(facts.name.visible))
    putFile(to: &page)
    putPackets(to: &page)
    putTimes(to: &page)
    putMetadata(to: &page)
    putInterfaces(to: &page)
    putDamage(to: &page)
    return page.text
  }

  func put(_ label: String, _ value: String?, to page: inout TextPage) {
    guard let value else { return }
    page.row(label, value.visible, labelWidth: Self.labelWidth)
  }

  private func putFile(to page: inout TextPage) {
    put("File type", facts.typeName, to: &page)
    put("Encapsulation", encapsulation, to: &page)
    let digits = facts.precision.digits
    put("Time precision", "\(facts.precision.name) (\(digits))", to: &page)
    let limit =
      facts.snapLength == 0 ? "not set" : Wording.counted(UInt64(facts.snapLength), "byte")
    put("Packet size limit", limit, to: &page)
    if let cut = facts.cutLengths {
      let lengths =
        cut.lowerBound == cut.upperBound
        ? "\(cut.lowerBound)" : "\(cut.lowerBound) to \(cut.upperBound)"
      put("Packets cut at", "\(lengths) bytes", to: &page)
    }
    put("File size", Wording.counted(facts.fileSize, "byte"), to: &page)
  }

  private var encapsulation: String {
    var types: [UInt16] = []
    for interface in facts.interfaces where !types.contains(interface.linkType) {
      types.append(interface.linkType)
    }
    let names = types.map { type in
      let names = LinkType(rawValue: type).names
      return "\(names.title) (\(names.short))"
    }
    guard names.count != 1 else { return names[0] }
    return names.isEmpty ? "unknown" : "per packet: " + names.joined(separator: ", ")
  }

  private func putPackets(to page: inout TextPage) {
    put("Packets", Wording.count(facts.packets), to: &page)
    put("Data size", Wording.counted(facts.dataBytes, "byte"), to: &page)
    let rounded = { (value: Double) in Wording.decimal(value, digits: 2) }
    put("Average packet size", facts.averagePacketBytes.map { rounded($0) + " bytes" }, to: &page)
    put("Average packet rate", facts.packetsPerSecond.map { rounded($0) + " packets/s" }, to: &page)
    put("Average data rate", facts.bytesPerSecond.map { Wording.bitRate($0 * 8) }, to: &page)
  }

  private func putTimes(to page: inout TextPage) {
    let digits = facts.precision.digits
    let moment = { (time: Int64) in Wording.moment(time, digits: digits) + " UTC" }
    put("First packet", facts.firstTime.map(moment), to: &page)
    put("Last packet", facts.lastTime.map(moment), to: &page)
    if facts.timeOrder != .ordered {
      put("Earliest packet", facts.earliestTime.map(moment), to: &page)
      put("Latest packet", facts.latestTime.map(moment), to: &page)
    }
    put("Duration", facts.duration.map { seconds($0, digits: digits) }, to: &page)
    let order =
      switch facts.timeOrder {
      case .ordered: "yes"
      case .unordered: "no"
      case .unknown: "unknown: \(Wording.counted(facts.packetsWithoutTime, "packet")) without time"
      }
    put("Strict time order", order, to: &page)
  }

  private func seconds(_ nanoseconds: Int64, digits: Int) -> String {
    var writer = ByteWriter()
    writer.put(seconds: nanoseconds, decimals: digits)
    return String(decoding: writer.takeBytes(), as: UTF8.self) + " seconds"
  }

  private func putMetadata(to page: inout TextPage) {
    put("Hardware", facts.hardware, to: &page)
    put("Operating system", facts.operatingSystem, to: &page)
    put("Application", facts.application, to: &page)
    for comment in facts.comments { put("Comment", comment, to: &page) }
    if facts.sections.count > 1 { put("Sections", "\(facts.sections.count)", to: &page) }
    if !facts.packetComments.isEmpty {
      put("Packet comments", Wording.count(UInt64(facts.packetComments.count)), to: &page)
    }
    if !facts.secrets.isEmpty {
      put("Decryption secrets", Wording.count(UInt64(facts.secrets.count)), to: &page)
    }
  }
}
