import Dissection

/// Makes a conversation from an input: steps of a kind, two bytes of length, and bytes.
struct DialogueScript {
  private var input: FuzzInput
  private var moment = Moment(frame: 0, time: 1_700_000_000_000_000_000)

  init(_ input: FuzzInput) { self.input = input }

  /// Lets a dissector hear all of it, and returns what it put out.
  mutating func run<Dissector: StreamDissector>(_ empty: Dissector) -> [Dissector.Output] {
    var dissector = empty
    var outputs: [Dissector.Output] = []
    var heard = 0
    while !input.isAtEnd {
      let kind = input.byte()
      let count = Int(input.word())
      moment.frame += 1
      moment.time &+= Int64(kind >> 2 & 0x1f) * 3_000_000
      let role: Role = kind & 0x80 == 0 ? .client : .server
      switch kind & 3 {
      case 0, 1:
        let bytes = input.take(count & 0x7ff)
        heard += bytes.count + 1
        dissector.receive(bytes.span.bytes, from: role, at: moment)
      case 2: dissector.skip(Int64(count) << (kind >> 2 & 0x1f), from: role, at: moment)
      default: dissector.close(role, at: moment)
      }
      outputs += dissector.finished
      dissector.finished.removeAll()
    }
    dissector.finish(at: moment)
    outputs += dissector.finished
    precondition(outputs.count <= heard + 1, "more transactions than bytes")
    return outputs
  }
}
