import CaptureFiles
import TestSupport
import Testing

/// Every file of the corpus as capinfos describes it, field by field.
@Suite(
  .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
  .enabled(if: Tool.isPresent("capinfos"), "needs capinfos")
)
struct CapinfosOracleTests {
  /// Files that capinfos refuses or gives up on without printing anything.
  static let silent: Set = [
    "libpcap__pcapng-invalid-vers-1.pcapng",
    "libpcap__pcap-invalid-version-1.pcap",
    "libpcap__shb-option-too-long.pcapng",
    "apus-fuzz__chrissanders-http_espn-file.pcapng",
    "apus-fuzz__zeek-mixed-vlan-mpls-file.pcap",
    "pcapplusplus__cf-5165538295939072.fuzz",
    "pcapplusplus__cf-5188876846235648.fuzz",
    "pcapplusplus__crash-pcapng-epb-unbounded-length.fuzz",
  ]

  /// Fields in which a file rightly differs from what capinfos prints.
  static let differences: [String: Set<String>] = [
    // A fraction of 1,882,137,472 ns: Apus carries it into the seconds, capinfos prints it as it is.
    "ndpi__fuzz-2021-10-13.pcap": ["First packet time", "Last packet time"],
    // capinfos counts the packets of later sections on the interfaces of the first.
    "pcapng-gen__output_be-difficult-test201.pcapng": ["Number of packets of interfaces"],
  ]

  @Test(arguments: Corpus.captures)
  func factsEqualCapinfos(_ capture: CorpusCapture) throws {
    let tool = try #require(Tool("capinfos"))
    let report = CapinfosReport(try tool.run(["-M", "-S", "-A", capture.path]).text)
    guard !Self.silent.contains(capture.name) else {
      #expect(report.fields.isEmpty)
      return
    }
    let facts = try ReadCapture(path: capture.path).facts
    let ours = CapinfosReport(facts)
    let differences = Self.differences[capture.name] ?? []
    for key in Set(ours.fields.keys).union(report.fields.keys) {
      #expect((ours.fields[key] == report.fields[key]) != differences.contains(key), "\(key)")
    }
    let isCountDifferent = differences.contains("Number of packets of interfaces")
    #expect((ours.interfaces == report.interfaces) != isCountDifferent)
    // capinfos subtracts seconds as floating-point numbers, which costs it seven digits.
    for (key, value) in report.rates {
      guard let rate = ours.rates[key] else {
        Issue.record("no \(key)")
        continue
      }
      #expect(abs(rate - value) <= max(0.01, value * 0.001), "\(key)")
    }
  }
}

/// The fields of a capinfos report that do not depend on its own program.
struct CapinfosReport: Equatable {
  var fields: [String: String] = [:]
  /// Rates as numbers, where there are any.
  var rates: [String: Double] = [:]
  /// Encapsulation, capture length, precision, statistics and packets of each interface.
  var interfaces: [[String: String]] = []

  private static let known: Set = [
    "File type", "File encapsulation", "File timestamp precision", "Packet size limit",
    "Packet size limit inferred", "Number of packets", "File size", "Data size",
    "Capture duration", "First packet time", "Last packet time", "Strict time order",
    "Average packet size",
    "Number of interfaces in file", "Capture hardware", "Capture oper-sys",
    "Capture application", "Capture comment",
    "Number of resolved IPv4 addresses in file", "Number of decryption secrets in file",
  ]

  private static let interfaceFields: Set = [
    "Name", "Description", "Encapsulation", "Hardware", "Speed", "Capture length",
    "Time precision", "Operating system", "Filter string", "Comment",
    "Number of stat entries", "Number of packets",
  ]

  /// Parses the text that capinfos printed.
  init(_ text: String) {
    for line in text.split(separator: "\n") {
      if line.hasPrefix("Interface #") {
        interfaces.append([:])
      } else if line.hasPrefix(" ") {
        let parts = line.split(separator: " = ", maxSplits: 1)
        let key = String(parts[0].drop { $0 == " " })
        guard parts.count == 2, Self.interfaceFields.contains(key), !interfaces.isEmpty else {
          continue
        }
        interfaces[interfaces.count - 1][key] =
          key == "Encapsulation" ? Self.withoutNumber(parts[1]) : String(parts[1])
      } else if let colon = line.firstIndex(of: ":") {
        var key = String(line[..<colon])
        var value = String(line[line.index(after: colon)...].drop { $0 == " " })
        if key == "Packet size limit", value.hasPrefix("inferred") { key += " inferred" }
        if key == "Packet size limit" { value = String(value.dropFirst("file hdr: ".count)) }
        if key.hasSuffix(" rate"), let number = value.split(separator: " ").first {
          rates[key] = Double(number)
        }
        // With several sections capinfos repeats the interfaces; the first section decides.
        guard Self.known.contains(key), fields[key] == nil else { continue }
        fields[key] = value
      }
    }
    if let count = fields["Number of interfaces in file"].flatMap({ Int($0) }) {
      interfaces = Array(interfaces.prefix(count))
    }
  }

  /// "Ethernet (1 - ether)" without Wireshark's own number: "Ethernet (ether)".
  private static func withoutNumber(_ text: Substring) -> String {
    guard let open = text.lastIndex(of: "("), let dash = text[open...].firstIndex(of: "-") else {
      return String(text)
    }
    return String(text[...open]) + text[dash...].dropFirst(2)
  }

  /// What capinfos should print of the facts.
  init(_ facts: CaptureFacts) {
    fields["File type"] = facts.typeName
    fields["File encapsulation"] = facts.encapsulation.name
    let digits = facts.precision.digits
    let isMixed = facts.precisionName == "per-packet"
    fields["File timestamp precision"] =
      isMixed ? "per-packet (-1)" : "\(facts.precisionName) (\(digits))"
    fields["Packet size limit"] =
      facts.snapLength == 0 ? "(not set)" : "\(facts.snapLength) bytes"
    if let cut = facts.cutLengths {
      fields["Packet size limit inferred"] =
        cut.count == 1
        ? "inferred: \(cut.lowerBound) bytes"
        : "inferred: \(cut.lowerBound) bytes - \(cut.upperBound) bytes (range)"
    }
    fields["Number of packets"] = "\(facts.packets)"
    fields["File size"] = "\(facts.fileSize) bytes"
    fields["Data size"] = "\(facts.dataBytes) bytes"
    fields["Strict time order"] = facts.timeOrderName
    fields["Average packet size"] = decimal(facts.averagePacketBytes ?? 0) + " bytes"
    fields["Capture hardware"] = facts.hardware
    fields["Capture oper-sys"] = facts.operatingSystem
    fields["Capture application"] = facts.application
    // capinfos prints the lines of a comment behind each other.
    fields["Capture comment"] = facts.comments.first.map { comment in
      String(
        comment.unicodeScalars.map { "\r\n".unicodeScalars.contains($0) ? " " : Character($0) }
      )
    }
    let ipv4 = facts.names.filter { $0.address.count == 4 }.reduce(0) { $0 + $1.names.count }
    if ipv4 > 0 { fields["Number of resolved IPv4 addresses in file"] = "\(ipv4)" }
    if !facts.secrets.isEmpty {
      fields["Number of decryption secrets in file"] = "\(facts.secrets.count)"
    }
    fields["Number of interfaces in file"] = "\(facts.interfaces.count)"
    if facts.hasAllTimes { addTimes(facts) }
    interfaces = facts.interfaces.map { Self.interface($0, facts) }
  }

  private mutating func addTimes(_ facts: CaptureFacts) {
    let precision = facts.precision
    let earliest = facts.earliestTime.map { precision.text(nanoseconds: $0) }
    fields["First packet time"] = earliest ?? "n/a"
    let latest = facts.latestTime.map { precision.text(nanoseconds: $0) }
    fields["Last packet time"] = latest ?? "n/a"
    let duration = facts.duration.map { precision.text(nanoseconds: $0) }
    fields["Capture duration"] = duration.map { "\($0) seconds" } ?? "n/a"
    rates["Data byte rate"] = facts.bytesPerSecond
    rates["Data bit rate"] = facts.bytesPerSecond.map { $0 * 8 }
    rates["Average packet rate"] = facts.packetsPerSecond
  }

  private static func interface(
    _ interface: CaptureInterface,
    _ facts: CaptureFacts
  ) -> [String: String] {
    var fields: [String: String] = [:]
    let encapsulation = CaptureEncapsulation(linkType: interface.linkType) ?? .unknown
    fields["Encapsulation"] = "\(encapsulation.description) (\(encapsulation.name))"
    fields["Name"] = interface.name
    fields["Description"] = interface.description
    fields["Hardware"] = interface.hardware
    fields["Speed"] = interface.speed.map { "\($0)" }
    // Only the first line of a text can be told apart in what capinfos prints.
    let system = interface.operatingSystem?.split(separator: "\n").first
    fields["Operating system"] = system.map { String($0) }
    if case .text(let filter) = interface.filter { fields["Filter string"] = filter }
    let comment = interface.comments.first?.split(separator: "\n").first
    fields["Comment"] = comment.map { String($0) }
    // Where a format has no snapshot length capinfos shows the largest that there is.
    let isUnknown = interface.snapLength == 0 && facts.format != .pcapng
    let length = isUnknown ? 262_144 : interface.snapLength
    fields["Capture length"] = "\(length)"
    fields["Time precision"] = "\(interface.precision.name) (\(interface.precision.digits))"
    fields["Number of stat entries"] = "\(interface.statistics.blocks)"
    fields["Number of packets"] = "\(interface.packets)"
    return fields
  }
}

/// Two decimals, as `%.2f` prints them.
private func decimal(_ value: Double) -> String {
  let hundredths = Int64((value * 100).rounded(.toNearestOrEven))
  let rest = hundredths % 100
  return "\(hundredths / 100)." + (rest < 10 ? "0\(rest)" : "\(rest)")
}
