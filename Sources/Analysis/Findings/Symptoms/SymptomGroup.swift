import Flows
import Packets

/// What the flows of one subject show of one kind.
struct SymptomGroup {
  /// A flow with its frames.
  struct Member {
    var flow: FindingFlow
    var timeLost: Int64
    var frames: [UInt64]

    /// A total order, so that it does not matter which flow ended first.
    func isWorse(than other: Member) -> Bool {
      timeLost != other.timeLost ? timeLost > other.timeLost : flow.id < other.flow.id
    }
  }

  let subject: FindingSubject
  private(set) var measures = SymptomMeasures()
  /// By whose packets it shows: flows of each direction.
  private(set) var forward: UInt64 = 0
  private(set) var backward: UInt64 = 0
  private(set) var timeLost: Int64 = 0
  private(set) var flowCount: UInt64 = 0
  private(set) var clients: Set<IPAddress> = []
  /// There were more clients than are told apart.
  private(set) var hasMoreClients = false
  /// Worst first.
  private(set) var worst: [Member] = []
  private var frameCount: UInt64 = 0
  private var times: ClosedRange<Timestamp>?
  /// All flows of the subject's service, those without the symptom included.
  var service = ServiceTotals()
  /// Different services among subjects that were put together, because many show the same.
  private(set) var services = 1

  /// Clients that are told apart.
  private static let clientLimit = 64

  init(_ subject: FindingSubject) { self.subject = subject }

  /// Many subjects with the same trouble as one.
  init(joining groups: [SymptomGroup]) {
    let subjects = groups.map(\.subject)
    subject = subjects.dropFirst().reduce(subjects.first ?? .capture) { $0.shared(with: $1) }
    services = Set(subjects.map(Endpoint.init(serviceOf:))).count
    for group in groups {
      add(group)
      service.add(group.service)
    }
  }

  /// Adds the flows of another group, but for its service.
  mutating func add(_ group: SymptomGroup) {
    measures.add(group.measures)
    forward += group.forward
    backward += group.backward
    timeLost = timeLost.addingClamped(group.timeLost)
    flowCount += group.flowCount
    for client in group.clients { insert(client) }
    hasMoreClients = hasMoreClients || group.hasMoreClients
    frameCount += group.frameCount
    note(group.times)
    worst += group.worst
    worst.sort { $0.isWorse(than: $1) }
    worst.removeLast(max(0, worst.count - FindingEvidence.flowLimit))
  }

  mutating func add(_ symptom: Symptom, of flow: FlowCase) {
    measures.add(symptom.measures)
    if let direction = symptom.direction {
      if direction == .originator { forward += 1 } else { backward += 1 }
    }
    timeLost = timeLost.addingClamped(max(0, symptom.timeLost))
    flowCount += 1
    insert(flow.record.pointee.originator.address)
    frameCount += symptom.frameCount
    note(flow.times)
    let member = Member(
      flow: FindingFlow(flow.flow),
      timeLost: symptom.timeLost,
      frames: symptom.frames.isEmpty ? [flow.firstFrame] : symptom.frames
    )
    if worst.count >= FindingEvidence.flowLimit {
      guard let mildest = worst.last, member.isWorse(than: mildest) else { return }
      worst.removeLast()
    }
    worst.insert(member, at: worst.firstIndex { member.isWorse(than: $0) } ?? worst.count)
  }

  private mutating func insert(_ client: IPAddress) {
    if clients.count < Self.clientLimit {
      clients.insert(client)
    } else if !clients.contains(client) {
      hasMoreClients = true
    }
  }

  private mutating func note(_ other: ClosedRange<Timestamp>?) {
    guard let other else { return }
    times =
      times.map {
        min($0.lowerBound, other.lowerBound)...max($0.upperBound, other.upperBound)
      } ?? other
  }

  /// Share of the service's flows that show it, at least.
  var flowShare: Double {
    let all = max(Double(service.flows), Double(flowCount)) + Double(service.missing)
    return all == 0 ? 0 : Double(flowCount) / all
  }

  /// Whose packets it shows in mostly.
  var direction: FlowDirection { forward >= backward ? .originator : .responder }

  /// The mean of the flows' times.
  var meanTime: Int64 { flowCount == 0 ? 0 : measures.time / Int64(clamping: flowCount) }

  /// The frames of the worst flows first, as many as a finding names.
  var evidence: FindingEvidence {
    var frames: [UInt64] = []
    for member in worst where frames.count < FindingEvidence.frameLimit {
      frames += member.frames.prefix(FindingEvidence.frameLimit - frames.count)
    }
    return FindingEvidence(
      frames: frames,
      frameCount: frameCount,
      flows: worst.map(\.flow),
      flowCount: flowCount,
      times: times
    )
  }
}
