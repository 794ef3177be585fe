/// Reads the records of many capture files as one capture, merged by time.
///
/// Among equal times the file that was named first comes first. The order of the records of one
/// file is never changed, not even where its clock goes back.
package struct MergedReader: ~Copyable, RecordSource, Sendable {
  private var inputs: [MergeInput] = []
  /// Files that have records left, as a binary heap: the earliest at the front.
  private var heap: [Int] = []
  private var hasStarted = false
  private var merged: CaptureFacts

  /// Opens all files; "-" is standard input.
  package init(
    paths: [String],
    limits: CaptureLimits = CaptureLimits()
  ) throws(CaptureFileError) {
    let isTooMany = paths.count > limits.mergedFiles
    // A refusal names one file: thousands would bury the reason.
    let name = isTooMany ? "\(paths[0]) …" : paths.joined(separator: " ")
    merged = CaptureFacts(name: name)
    guard !isTooMany else {
      let reason = "\(paths.count) files are more than the \(limits.mergedFiles) read at once"
      throw .unsupported(path: name, reason: reason)
    }
    // All buffers together stay below 16 MiB, but none so small that reading gets slow.
    let capacity = max(32_768, min(262_144, (16 << 20) / max(paths.count, 1)))
    for path in paths {
      inputs.append(try MergeInput(path: path, bufferCapacity: capacity, limits: limits))
    }
  }

  /// What is known of the merged capture; counts and times are those of its records.
  package var facts: CaptureFacts {
    inputs.count == 1 ? inputs[0].facts : files.reduce(into: merged) { $0.include($1) }
  }

  /// What is known of each file.
  package var files: [CaptureFacts] { inputs.map(\.facts) }

  /// Replaces the batch's contents with the next records; false where there are no more.
  package mutating func read(into batch: inout RecordBatch) throws(CaptureFileError) -> Bool {
    // With one file nothing need be copied.
    if inputs.count == 1 { return try inputs[0].readAll(into: &batch) }
    batch.removeAll()
    if !hasStarted { try start() }
    while let first = heap.first {
      let needed = batch.buffer.count + inputs[first].nextLength
      guard batch.records.isEmpty || needed <= batch.capacity else { break }
      if try inputs[first].moveNext(into: &batch) {
        adoptInterfaces(of: first)
      } else {
        heap[0] = heap[heap.count - 1]
        heap.removeLast()
      }
      sink(0)
      if batch.records.count == Self.batchRecords { break }
    }
    merged.note(batch.records)
    return !batch.records.isEmpty
  }

  /// Records of one batch at most, so that tiny packets do not make it large.
  private static let batchRecords = 16_384

  private mutating func start() throws(CaptureFileError) {
    hasStarted = true
    for index in inputs.indices {
      let hasRecords = try inputs[index].start()
      adoptInterfaces(of: index)
      if hasRecords { heap.append(index) }
    }
    for index in heap.indices.reversed() { sink(index) }
  }

  /// Gives the interfaces that a file has described since the last look their merged numbers.
  private mutating func adoptInterfaces(of index: Int) {
    let input = inputs[index]
    let described = input.interfaceCount
    guard input.interfaces.count < described else { return }
    for interface in input.facts.interfaces[input.interfaces.count..<described] {
      var copy = interface
      copy.index = merged.interfaces.count
      copy.packets = 0
      input.interfaces.append(UInt32(truncatingIfNeeded: copy.index))
      merged.interfaces.append(copy)
    }
  }

  private func isEarlier(_ left: Int, _ right: Int) -> Bool {
    (inputs[left].time, left) < (inputs[right].time, right)
  }

  /// Restores the order of the heap below a place.
  private mutating func sink(_ start: Int) {
    var parent = start
    while true {
      var earliest = parent
      let left = 2 * parent + 1
      if left < heap.count, isEarlier(heap[left], heap[earliest]) { earliest = left }
      if left + 1 < heap.count, isEarlier(heap[left + 1], heap[earliest]) { earliest = left + 1 }
      guard earliest != parent else { return }
      heap.swapAt(parent, earliest)
      parent = earliest
    }
  }
}
