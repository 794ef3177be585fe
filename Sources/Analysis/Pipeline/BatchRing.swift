import Dispatch
import Synchronization

/// Hands batches from the decoding thread to the flow thread and back, a few at a time.
///
/// Four batches let each side run ahead of the other's hiccups; more would only leave the cache.
final class BatchRing: Sendable {
  private static let size = 4
  /// Batches on the way: those in the ring and the one that the decoding thread fills.
  ///
  /// The results of a batch come so many batches after it.
  static let batches = size + 1
  private let free = DispatchSemaphore(value: BatchRing.size)
  private let full = DispatchSemaphore(value: 0)
  private let slots = Mutex(Slots())

  private struct Slots: ~Copyable, Sendable {
    var batches: InlineArray<4, PacketBatch?> = InlineArray { _ in nil }
    /// The one that there was nothing left for.
    var last: PacketBatch?
    var written = 0
    var read = 0
  }

  /// Waits until there is room and exchanges `batch` for a used one.
  func put(_ batch: inout PacketBatch?) {
    free.wait()
    slots.withLock { slots in
      let index = slots.written & (Self.size - 1)
      swap(&slots.batches[index], &batch)
      slots.written += 1
    }
    full.signal()
  }

  /// Says that no more batches come; `last` is the one that nothing was left for.
  func end(_ last: inout PacketBatch?) {
    slots.withLock { swap(&$0.last, &last) }
    full.signal()
  }

  /// Waits for the next batch and exchanges it for the used one; `false` when there are no more.
  func take(_ batch: inout PacketBatch?) -> Bool {
    full.wait()
    return slots.withLock { slots in
      guard slots.read < slots.written else { return false }
      let index = slots.read & (Self.size - 1)
      swap(&slots.batches[index], &batch)
      return true
    }
  }

  /// Gives the place of the batch taken last free, with the used batch in it.
  func giveBack(_ batch: inout PacketBatch?) {
    slots.withLock { slots in
      let index = slots.read & (Self.size - 1)
      swap(&slots.batches[index], &batch)
      slots.read += 1
    }
    free.signal()
  }

  /// Hands over the used batches that are left when both sides are done, oldest first.
  func takeAll(_ body: (inout PacketBatch) throws -> Void) throws {
    try slots.withLock { slots in
      if var last = slots.last.take() { try body(&last) }
      for number in slots.written..<slots.written + Self.size {
        if var batch = slots.batches[number & (Self.size - 1)].take() { try body(&batch) }
      }
    }
  }

  /// Lets a waiting writer through: its batches are no longer wanted.
  func drain() {
    for _ in 0..<Self.size { free.signal() }
  }
}
