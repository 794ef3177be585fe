package import Packets

/// What shows a finding: frames, flows, and when; bounded, with the count of all.
package struct FindingEvidence: Sendable, Equatable {
  /// Frames that are named at most.
  package static let frameLimit = 100
  /// Flows that are named at most.
  package static let flowLimit = 20

  /// Frame numbers in ascending order, each once.
  package private(set) var frames: [UInt64] = []
  /// Frames that show it, those that are not named included.
  package private(set) var frameCount: UInt64 = 0
  /// Worst first.
  package private(set) var flows: [FindingFlow] = []
  /// Flows that show it, those that are not named included.
  package private(set) var flowCount: UInt64 = 0
  /// When it was first and last seen.
  package private(set) var times: ClosedRange<Timestamp>?

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
  }

  /// Adds a frame that shows it; frames are to be added in the order of the capture.
  package mutating func add(frame: UInt64, at time: Timestamp) {
    times = times.map { min($0.lowerBound, time)...max($0.upperBound, time) } ?? time...time
    guard frames.last.map({ $0 < frame }) ?? true else {
      // One frame may show it twice; one from before belongs where its number says.
      guard let place = place(of: frame) else { return }
      frameCount += 1
      frames.insert(frame, at: place)
      if frames.count > Self.frameLimit { frames.removeLast() }
      return
    }
    frameCount += 1
    if frames.count < Self.frameLimit { frames.append(frame) }
  }

  /// Adds a flow unless it is there already.
  ///
  /// One that comes again after others did not fit is counted again.
  package mutating func add(_ flow: FindingFlow) {
    guard !flows.contains(where: { $0.id == flow.id }) else { return }
    flowCount += 1
    if flows.count < Self.flowLimit { flows.append(flow) }
  }

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
