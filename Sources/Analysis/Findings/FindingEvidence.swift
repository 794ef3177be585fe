package import Packets

/// What shows a finding: frames, flows, and when; bounded, with the count of all.
package struct FindingEvidence: Sendable, Equatable {
  /// Frames that are named at most.
  package static let frameLimit = 100
  /// Flows that are named at most.
  package static let flowLimit = 20

  /// Frame numbers in ascending order, each once.
  package private(set) var frames: [UInt64] = []
  /// Frames that show it, those that are not named included, at least.
  package private(set) var frameCount: UInt64 = 0
  /// Worst first.
  package private(set) var flows: [FindingFlow] = []
  /// Flows that show it, those that are not named included, at least.
  package private(set) var flowCount: UInt64 = 0
  /// When it was first and last seen.
  package private(set) var times: ClosedRange<Timestamp>?

  /// The last frame that was counted.
  private var highestFrame: UInt64 = 0
  /// Of the flows that were counted the last, and once there are more than are named, what tells
  /// which of those before it may have been.
  private var highestFlow: UInt64 = 0
  private var countedFlows: [UInt64] = []

  /// Words of 64 bits by which flows are recognised: as many sixteenths of 1,024.
  private static let words = 16

  package init() {}

  /// Evidence that is all there is, or the part of it that was kept: `frameCount` and `flowCount`
  /// say how much there was.
  package init(
    frames: [UInt64],
    frameCount: UInt64? = nil,
    flows: [FindingFlow] = [],
    flowCount: UInt64? = nil,
    times: ClosedRange<Timestamp>? = nil
  ) {
    let distinct = Set(frames).sorted()
    self.frames = Array(distinct.prefix(Self.frameLimit))
    self.frameCount = max(frameCount ?? 0, UInt64(distinct.count))
    self.flows = Array(flows.prefix(Self.flowLimit))
    self.flowCount = max(flowCount ?? 0, UInt64(flows.count))
    self.times = times
    highestFrame = distinct.last ?? 0
    for flow in flows { note(flow.id) }
  }

  /// Adds a frame that shows it; frames are to be added in the order of the capture.
  package mutating func add(frame: UInt64, at time: Timestamp) {
    times = times.map { min($0.lowerBound, time)...max($0.upperBound, time) } ?? time...time
    guard frame <= highestFrame, !frames.isEmpty else {
      highestFrame = frame
      frameCount += 1
      if frames.count < Self.frameLimit { frames.append(frame) }
      return
    }
    // One frame may show it twice; one from before belongs where its number says, and beyond those
    // that are named nobody knows whether it was there.
    guard let place = place(of: frame), place < Self.frameLimit else { return }
    frameCount += 1
    frames.insert(frame, at: place)
    if frames.count > Self.frameLimit { frames.removeLast() }
  }

  /// Adds a flow unless it is there already, or may be.
  package mutating func add(_ flow: FindingFlow) {
    guard flow.id > highestFlow || flowCount == 0 || !isCounted(flow.id) else { return }
    flowCount += 1
    if flows.count < Self.flowLimit { flows.append(flow) }
    note(flow.id)
  }

  /// Whether a flow was counted; of many flows, whether it may have been.
  private func isCounted(_ flow: UInt64) -> Bool {
    guard !countedFlows.isEmpty else { return flows.contains { $0.id == flow } }
    return countedFlows[Self.word(of: flow)] & 1 << (flow & 63) != 0
  }

  /// Remembers that a flow was counted.
  private mutating func note(_ flow: UInt64) {
    highestFlow = max(highestFlow, flow)
    guard flowCount >= UInt64(Self.flowLimit) else { return }
    if countedFlows.isEmpty {
      countedFlows = [UInt64](repeating: 0, count: Self.words)
      for flow in flows { countedFlows[Self.word(of: flow.id)] |= 1 << (flow.id & 63) }
    }
    countedFlows[Self.word(of: flow)] |= 1 << (flow & 63)
  }

  private static func word(of flow: UInt64) -> Int { Int(flow >> 6 & UInt64(words - 1)) }

  /// A display filter of Wireshark that selects exactly the frames named here.
  package var displayFilter: String {
    var ranges: [ClosedRange<UInt64>] = []
    for frame in frames {
      if let last = ranges.last, last.upperBound + 1 == frame {
        ranges[ranges.count - 1] = last.lowerBound...frame
      } else {
        ranges.append(frame...frame)
      }
    }
    let parts = ranges.map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)..\(range.upperBound)"
    }
    return frames.isEmpty ? "" : "frame.number in {\(parts.joined(separator: ", "))}"
  }

  /// Where a frame below the last one belongs; nil if it is there already.
  private func place(of frame: UInt64) -> Int? {
    let place = frames.firstIndex { $0 >= frame } ?? frames.count
    return place < frames.count && frames[place] == frame ? nil : place
  }
}
