import Analysis
import CaptureFiles
import Packets

extension Slice {
  /// What was copied, and from which files.
  struct Copied {
    var packets: UInt64
    var files: [CaptureFacts]
  }

  /// Copies the frames that pass to the new capture.
  func copy(_ flow: FlowSelection?) throws -> Copied {
    let target = try OutputTarget(path: output, inputs: captures.files)
    var source = try captures.open()
    var selector = FrameSelector(filter: try filter.parsed(), flow: flow)
    var batch = RecordBatch()
    var hasMore = try source.read(into: &batch)
    // The interfaces described before the first packet are known now; pcapng takes more later.
    var facts = source.facts
    let format = (format ?? SliceFormat(path: output))
      .writerFormat(precision: facts.precision)
    var writer: CaptureWriter?
    var clock = RecordClock()
    while hasMore {
      facts = source.facts
      for var record in batch.records {
        clock.complete(&record)
        guard selector.passes(record, of: batch) else { continue }
        if writer == nil { writer = try open(target, format, facts, first: record) }
        try writer?.write(record, of: batch, facts)
      }
      hasMore = try source.read(into: &batch)
    }
    var finished = try writer.take() ?? open(target, format, facts, first: nil)
    let packets = finished.packets
    try finished.flush()
    try finished.finish()
    try target.commit()
    return Copied(packets: packets, files: source.files)
  }

  private func open(
    _ target: OutputTarget,
    _ format: CaptureWriter.Format,
    _ facts: CaptureFacts,
    first: CaptureRecord?
  ) throws(CaptureFileError) -> CaptureWriter {
    var interfaces = facts.interfaces
    if format != .pcapng {
      // pcap describes the interface of the first packet; an empty one any that there is.
      interfaces = interfaces.filter { first == nil || $0.index == Int(first?.interface ?? 0) }
      interfaces = Array(interfaces.prefix(1))
    }
    return try CaptureWriter(
      descriptor: target.descriptor,
      name: output,
      format: format,
      interfaces: interfaces,
      section: facts.sections.first
    )
  }
}

extension CaptureWriter {
  /// Writes one record of a batch; interfaces that the capture has described since are added.
  fileprivate mutating func write(
    _ record: CaptureRecord,
    of batch: borrowing RecordBatch,
    _ facts: CaptureFacts
  ) throws(CaptureFileError) {
    while format == .pcapng, interfaces.count < facts.interfaces.count {
      _ = try add(facts.interfaces[interfaces.count])
    }
    try batch.withBytes { bytes throws(CaptureFileError) in
      let end = record.offset + Int(record.capturedLength)
      try write(bytes.extracting(record.offset..<end), record: record)
    }
  }
}
