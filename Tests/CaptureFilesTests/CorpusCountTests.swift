import CaptureFiles
import TestSupport
import Testing

@Suite(.enabled(if: Corpus.isPresent, "needs the capture corpus in ../shared/corpus"))
struct CorpusCountTests {
  @Test(arguments: Corpus.captures)
  func packetsEqualTheIndex(_ capture: CorpusCapture) throws {
    var packets = 0
    do {
      var reader = try CaptureReader(path: capture.path)
      var batch = RecordBatch()
      while try reader.read(into: &batch) { packets += batch.records.count }
      #expect(reader.facts.packets == UInt64(packets))
      if !reader.facts.damage.isEmpty { print(capture.name, reader.facts.damage) }
    } catch {
      print(capture.name, error)
    }
    #expect(packets == capture.packets)
  }
}
