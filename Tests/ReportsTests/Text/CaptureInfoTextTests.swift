import CaptureFiles
import Reports
import Testing

struct CaptureInfoTextTests {
  @Test func everyFactIsShown() throws {
    try Golden.expect(CaptureInfoText(AnalysisSamples.facts).text, equals: "info.txt")
  }

  @Test func aFileWithoutPacketsHasNoRates() {
    let text = CaptureInfoText(CaptureFacts(name: "empty.pcap")).text
    #expect(!text.contains("Average"))
    #expect(!text.contains("First packet"))
  }

  @Test func ratesNeedATimeOfEveryPacket() {
    var facts = AnalysisSamples.facts
    #expect(CaptureInfoText(facts).text.contains("Average packet rate"))
    facts.packetsWithoutTime = 1
    let text = CaptureInfoText(facts).text
    #expect(!text.contains("Average packet rate"))
    #expect(!text.contains("Average data rate"))
    #expect(text.contains("Average packet size"))
  }

  @Test(arguments: [4, 5, 7, 8])
  func precisionHasOneName(digits: Int) {
    var facts = AnalysisSamples.facts
    for index in facts.interfaces.indices {
      facts.interfaces[index].precision = TimePrecision(digits: digits)
    }
    let name = facts.precisionName
    #expect(CaptureInfoText(facts).text.contains("\(name) (\(digits))"))
    #expect(CaptureInfoTable.row(facts).contains("\t\(name)\t"))
  }
}
