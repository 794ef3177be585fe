import Flows
import TestSupport
import Testing

@testable import Analysis

/// What TCP streams carried, compared with tshark's "follow stream".
struct StreamContentTests {
  /// Streams of a capture that are compared, by number.
  private static let numberOfStreams = 40

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    .enabled(if: Tshark.isPresent, "\(Tshark.absence)"),
    arguments: Corpus.captures.filter(\.isReadable)
  )
  func contentIsThatOfTshark(_ capture: CorpusCapture) throws {
    let streams = try CapturedStreams(of: capture.path)
    let numbers = Array(streams.contents.keys.sorted().prefix(Self.numberOfStreams))
    guard !numbers.isEmpty else { return }
    let theirs = try #require(Tshark()).follow(numbers, of: capture.path)
    let isCut = streams.hasCutPayloads
    let different = numbers.filter { number in
      let mine = (streams.contents[number] ?? [:]).values.map(Self.text)
      let lines = theirs[number] ?? []
      let their = [false, true].map { isSecond in
        lines.filter { $0.hasPrefix("\t") == isSecond }
          .map { $0.drop { $0 == "\t" } }.joined()
      }
      return Self.comparable(mine, isCut) != Self.comparable(their, isCut)
    }
    if let reason = StreamContentDifference.reason(for: capture.name) {
      // A reason without a difference is out of date.
      #expect(!different.isEmpty, "no difference any more: \(reason)")
    } else {
      #expect(different.isEmpty, "streams \(different) of \(numbers.count) differ")
    }
  }

  /// Both sides without order, as tshark's first node need not be the originator.
  private static func comparable(_ sides: [String], _ isCut: Bool) -> [String] {
    let missing = #/5b(3[0-9])+206279746573206d697373696e6720696e20636170747572652066696c655d00/#
    return sides.map { isCut ? $0.replacing(missing, with: "") : $0 }
      .filter { !$0.isEmpty }.sorted()
  }

  private static func text(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
