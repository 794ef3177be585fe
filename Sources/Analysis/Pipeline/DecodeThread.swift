import CaptureFiles
import Dispatch
import Synchronization

/// Runs a decoding stage in a thread of its own, ahead of the flow stage.
final class DecodeThread<Source: RecordSource & ~Copyable & Sendable>: Sendable {
  let ring = BatchRing()
  private let stage: Mutex<DecodeStage<Source>?>
  private let failure = Mutex<CaptureFileError?>(nil)
  private let isCancelled = Atomic<Bool>(false)
  private let isDone = DispatchSemaphore(value: 0)

  init(_ stage: consuming DecodeStage<Source>) {
    self.stage = Mutex(stage)
    DispatchQueue(label: "apus.decode", qos: .userInitiated).async { self.run() }
  }

  /// Waits for the thread and takes the stage back; throws what stopped it.
  func join() throws -> DecodeStage<Source> {
    isDone.wait()
    if let error = failure.withLock({ $0 }) { throw error }
    guard let stage = stage.withLock({ $0.take() }) else { throw CancellationError() }
    return stage
  }

  /// Makes the thread end soon, waits for it and drops what it has decoded.
  func cancel() {
    isCancelled.store(true, ordering: .relaxed)
    ring.drain()
    isDone.wait()
  }

  private func run() {
    stage.withLock { held in
      guard var stage = held.take() else { return }
      var batch: PacketBatch?
      do throws(CaptureFileError) {
        while !isCancelled.load(ordering: .relaxed) {
          var next = batch.take() ?? PacketBatch()
          let isFilled = try stage.fill(&next)
          batch = consume next
          guard isFilled else { break }
          ring.put(&batch)
        }
      } catch {
        failure.withLock { $0 = error }
      }
      held = consume stage
      ring.end(&batch)
    }
    isDone.signal()
  }
}
