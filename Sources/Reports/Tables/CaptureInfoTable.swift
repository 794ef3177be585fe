package import CaptureFiles

/// What `apus info --table` prints: a row for each capture with the columns of `capinfos -T -M -S`
/// (Wireshark 4.0), its hash sums aside.
package enum CaptureInfoTable {
  package static let header =
    """
    File name\tFile type\tFile encapsulation\tFile time precision\tPacket size limit\t\
    Packet size limit min (inferred)\tPacket size limit max (inferred)\tNumber of packets\t\
    File size (bytes)\tData size (bytes)\tCapture duration (seconds)\tStart time\tEnd time\t\
    Data byte rate (bytes/sec)\tData bit rate (bits/sec)\tAverage packet size (bytes)\t\
    Average packet rate (packets/sec)\tStrict time order\tCapture hardware\tCapture oper-sys\t\
    Capture application\tCapture comment
    """

  package static func row(_ facts: CaptureFacts) -> String {
    let hasTimes = facts.hasAllTimes && facts.packets > 0
    let precision = facts.precision
    let time = { (value: Int64?) in
      hasTimes ? value.map(precision.text(nanoseconds:)) ?? unknown : unknown
    }
    let cells = [
      facts.name,
      facts.format.name,
      facts.encapsulation.name,
      facts.precisionName,
      facts.snapLength == 0 ? "(not set)" : String(facts.snapLength),
      facts.cutLengths.map { String($0.lowerBound) } ?? unknown,
      facts.cutLengths.map { String($0.upperBound) } ?? unknown,
      String(facts.packets),
      String(facts.fileSize),
      String(facts.dataBytes),
      time(facts.duration),
      time(facts.earliestTime),
      time(facts.latestTime),
      rate(facts.bytesPerSecond),
      rate(facts.bytesPerSecond.map { $0 * 8 }),
      rate(facts.averagePacketBytes),
      rate(facts.packetsPerSecond),
      facts.timeOrderName,
      facts.hardware ?? "",
      facts.operatingSystem ?? "",
      facts.application ?? "",
      facts.comments.joined(separator: " "),
    ]
    return cells.map(\.visible).joined(separator: "\t")
  }

  private static let unknown = "n/a"

  private static func rate(_ value: Double?) -> String {
    value.map { Wording.decimal($0, digits: 2) } ?? unknown
  }
}
