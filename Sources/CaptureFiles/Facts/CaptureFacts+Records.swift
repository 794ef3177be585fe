extension CaptureFacts {
  /// Adds the records of a batch.
  ///
  /// One pass over 40-byte records that are still in the cache; the sums stay in registers.
  mutating func note(_ records: ContiguousArray<CaptureRecord>) {
    guard let first = records.first else { return }
    var data: UInt64 = 0
    var captured: UInt64 = 0
    var interface = first.interface
    var run: UInt64 = 0
    for record in records {
      data &+= UInt64(record.originalLength)
      captured &+= UInt64(record.capturedLength)
      if record.capturedLength < record.originalLength { noteCut(record.capturedLength) }
      if record.interface == interface {
        run &+= 1
      } else {
        noteInterface(interface, packets: run)
        interface = record.interface
        run = 1
      }
    }
    noteInterface(interface, packets: run)
    noteTimes(records)
    dataBytes &+= data
    capturedBytes &+= captured
    packets &+= UInt64(records.count)
  }

  private mutating func noteInterface(_ index: UInt32, packets: UInt64) {
    guard Int(index) < interfaces.count else { return }
    interfaces[Int(index)].packets &+= packets
  }

  private mutating func noteCut(_ length: UInt32) {
    guard let known = cutLengths else {
      cutLengths = length...length
      return
    }
    guard !known.contains(length) else { return }
    cutLengths = min(known.lowerBound, length)...max(known.upperBound, length)
  }

  private mutating func noteTimes(_ records: ContiguousArray<CaptureRecord>) {
    guard let first = records.first(where: { $0.hasTime })?.nanoseconds else { return }
    if firstTime == nil { firstTime = first }
    var last = lastTime ?? first
    var earliest = earliestTime ?? first
    var latest = latestTime ?? first
    var unordered = false
    for record in records where record.hasTime {
      let time = record.nanoseconds
      unordered = unordered || time < last
      earliest = min(earliest, time)
      latest = max(latest, time)
      last = time
    }
    lastTime = last
    earliestTime = earliest
    latestTime = latest
    if unordered { timeOrder = .unordered }
  }

  /// Notes a packet without time.
  mutating func notePacketWithoutTime() {
    packetsWithoutTime &+= 1
    if timeOrder == .ordered { timeOrder = .unknown }
  }

  /// Describes damage, or counts it where there was too much of it; returns its position.
  mutating func note(_ found: CaptureDamage, limit: Int) -> Int? {
    guard damage.count < limit else {
      furtherDamage &+= 1
      return nil
    }
    damage.append(found)
    return damage.count - 1
  }
}
