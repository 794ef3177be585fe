/// A binary heap of events, earliest first; events of the same instant leave in order of arrival.
struct EventQueue {
  private var heap: [Event] = []
  private var scheduled: UInt64 = 0

  mutating func schedule(_ kind: Event.Kind, session: Int, at time: UInt64) {
    scheduled += 1
    heap.append(Event(time: time, order: scheduled, session: session, kind: kind))
    siftUp(from: heap.count - 1)
  }

  mutating func popFirst() -> Event? {
    guard heap.count > 1 else { return heap.popLast() }
    heap.swapAt(0, heap.count - 1)
    let first = heap.removeLast()
    siftDown()
    return first
  }

  private mutating func siftUp(from start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].precedes(heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var first = parent
      let left = 2 * parent + 1
      if left < heap.count, heap[left].precedes(heap[first]) { first = left }
      if left + 1 < heap.count, heap[left + 1].precedes(heap[first]) { first = left + 1 }
      guard first != parent else { return }
      heap.swapAt(parent, first)
      parent = first
    }
  }
}
