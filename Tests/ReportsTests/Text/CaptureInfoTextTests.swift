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
}
