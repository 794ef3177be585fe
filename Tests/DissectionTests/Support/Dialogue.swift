import Dissection

/// A conversation written down as a test's data: who says what, and what gets lost.
struct Dialogue {
  enum Step {
    case client(String)
    case server(String)
    case clientBytes([UInt8])
    case serverBytes([UInt8])
    case gap(Int64, Role)
    case close(Role)
  }

  var steps: [Step]

  init(_ steps: Step...) { self.steps = steps }

  /// What a dissector puts out in the end; each step is a frame, a second after the one before.
  ///
  /// With `piece`, bytes come in portions of that size, all of one step in the same frame.
  func run<Dissector: StreamDissector>(
    _ empty: Dissector,
    piece: Int = .max
  ) -> [Dissector.Output] {
    var dissector = empty
    for (index, step) in steps.enumerated() {
      let moment = Self.moment(index + 1)
      switch step {
      case .client(let text):
        Self.send(Array(text.utf8), from: .client, at: moment, piece, to: &dissector)
      case .server(let text):
        Self.send(Array(text.utf8), from: .server, at: moment, piece, to: &dissector)
      case .clientBytes(let bytes):
        Self.send(bytes, from: .client, at: moment, piece, to: &dissector)
      case .serverBytes(let bytes):
        Self.send(bytes, from: .server, at: moment, piece, to: &dissector)
      case .gap(let count, let role): dissector.skip(count, from: role, at: moment)
      case .close(let role): dissector.close(role, at: moment)
      }
    }
    dissector.finish(at: Self.moment(steps.count))
    return dissector.finished
  }

  /// The moment of the step with this number, from 1.
  static func moment(_ frame: Int) -> Moment {
    Moment(frame: UInt64(frame), time: Int64(frame) * 1_000_000_000)
  }

  private static func send(
    _ bytes: [UInt8],
    from role: Role,
    at moment: Moment,
    _ piece: Int,
    to dissector: inout some StreamDissector
  ) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(piece))
      rest = rest.dropFirst(part.count)
      dissector.receive(part.span.bytes, from: role, at: moment)
    }
  }
}
