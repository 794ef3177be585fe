import Dissection
import Flows
import Packets

/// Voice whose packets come at uneven times.
package struct MediaJitterRule: FindingRule {
  /// Mean interarrival jitter in milliseconds: receivers hold back 40 to 60 ms, which evens out half
  /// of that.
  static let jitter = SeveritySteps(notice: 30.0, warning: 60.0)
  /// Packets of a stream that jitter can be told of: two seconds of voice.
  static let packets: Int64 = 100
  /// Ticks in a second of the timestamps of video, whose packets share the time of their picture.
  static let videoClock = 90_000
  /// Pairs of hosts that are watched.
  static let pairs = 512

  package static let description = RuleDescription(
    .mediaJitter,
    title: "Voice arrives unevenly",
    severities: .notice ... .warning,
    thresholds: jitter.thresholds(
      { .nanoseconds(Self.nanoseconds($0)) },
      suffix: "_jitter",
      notice: "mean interarrival jitter: a notice",
      warning: "mean interarrival jitter: a warning"
    )
      + [
        .init("packets", .count(UInt64(packets)), "packets of a stream to be judged")
      ],
    why: "What comes too late to be played is as good as lost; receivers that wait longer make "
      + "the talk slow.",
    advice: "Look for a link on the way that other traffic fills: give voice its own queue (DSCP "
      + "EF). On Wi-Fi see airtime and power saving; on the sender, its load.",
    source: "RFC 3550 §6.4.1, A.8; ITU-T G.114"
  )

  private struct Notes: Sendable {
    var streams: UInt64 = 0
    /// Milliseconds of the worst stream.
    var mean: Double = 0
    var maximum: Double = 0
    var evidence = FindingEvidence()
  }

  private var table = SubjectTable<FindingSubject, Notes>(limit: pairs)

  package static let interests: RuleInterests = .media

  package init() {}

  package var omitted: UInt64 { table.omitted }

  package mutating func receive(_ transaction: borrowing ApplicationTransaction) {
    guard case .rtp(let session) = transaction.content else { return }
    for stream in session.value.streams {
      guard stream.packets >= Self.packets, let clock = stream.clockRate, clock != Self.videoClock,
        Self.jitter.severity(of: stream.jitter.mean) > .ok, let peak = stream.jitterPeak
      else { continue }
      let subject = FindingSubject(
        client: transaction.endpoint(of: stream.sender).address,
        server: transaction.endpoint(of: stream.sender.peer).address,
        transport: .udp
      )
      let flow = transaction.flow
      table.change(subject, from: Notes()) { notes in
        notes.streams += 1
        notes.mean = max(notes.mean, stream.jitter.mean)
        notes.maximum = max(notes.maximum, stream.jitter.maximum)
        notes.evidence.add(peak, of: flow)
      }
    }
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    table.all.map { subject, notes in
      Finding(
        .mediaJitter,
        Self.jitter.severity(of: notes.mean),
        .certain,
        subject: subject,
        seen: "Packets from \(FindingText.path(subject)) in "
          + "\(FindingText.counted(notes.streams, "stream")) arrived with a mean jitter of "
          + "\(FindingText.time(Self.nanoseconds(notes.mean))), at most "
          + "\(FindingText.time(Self.nanoseconds(notes.maximum))).",
        figures: [
          Figure(.time, .nanoseconds(Self.nanoseconds(notes.mean))),
          Figure(.maximum, .nanoseconds(Self.nanoseconds(notes.maximum))),
          Figure(.total, .count(notes.streams)),
        ],
        evidence: notes.evidence
      )
    }
  }

  private static func nanoseconds(_ milliseconds: Double) -> Int64 {
    Int64(exactly: (milliseconds * 1_000_000).rounded()) ?? .max
  }
}
