internal import Analysis
internal import CaptureFiles
internal import Packets

extension AnalysisText {
  /// What was analysed: files, packets, time and flows.
  func putCapture(to page: inout TextPage) {
    for (index, capture) in context.captures.prefix(Self.shownCaptures).enumerated() {
      page.section(index == 0 ? "Capture" : "", Self.headline(capture))
    }
    if context.captures.count > Self.shownCaptures {
      page.section("", "and \(context.captures.count - Self.shownCaptures) more files")
    }
    let totals = summary.totals
    var packets = [
      Wording.count(totals.packets),
      Wording.bytes(totals.wireBytes) + " on the wire",
    ]
    if let rate = Wording.bitRate(bytes: totals.wireBytes, nanoseconds: totals.duration) {
      packets.append(rate)
    }
    page.section("Packets", packets.joined(separator: ", "))
    if let earliest = totals.earliest {
      let start = Wording.moment(earliest.nanoseconds, digits: 3)
      page.section("Time", "\(start) UTC, for \(Wording.time(totals.duration))")
    }
    page.section("Flows", flows)
  }

  /// Files that are named one by one.
  private static let shownCaptures = 5

  private static func headline(_ capture: CaptureFacts) -> String {
    var details = [capture.format.name]
    if let compression = capture.compression { details.append(compression.rawValue) }
    var links: [String] = []
    for interface in capture.interfaces {
      let title = LinkType(rawValue: interface.linkType).names.title
      if !links.contains(title) { links.append(title) }
    }
    details.append(links.count > 2 ? "\(links.count) link types" : links.joined(separator: ", "))
    if capture.fileSize > 0 { details.append(Wording.bytes(capture.fileSize)) }
    let text = details.filter { !$0.isEmpty }.joined(separator: ", ")
    return "\(capture.name.visible) (\(text))"
  }

  private var flows: String {
    let flows = summary.flows
    guard flows.flows > 0 else { return "none" }
    let others = flows.flows(.other) + flows.flows(.fragment) + flows.flows(TransportKind.none)
    let parts = Wording.list([
      (flows.flows(.tcp), "TCP"),
      (flows.flows(.udp), "UDP"),
      (flows.flows(.icmp) + flows.flows(.icmpv6), "ICMP"),
      (flows.flows(.sctp), "SCTP"),
      (others, "other"),
    ])
    return "\(Wording.count(flows.flows)) (\(parts))"
  }
}
