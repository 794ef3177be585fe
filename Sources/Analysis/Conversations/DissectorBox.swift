import Dissection

/// A dissector that is changed where it is.
final class DissectorBox<Dissector: StreamDissector> {
  // Conversations are read by one thread, and a dissector never asks for its own box: checking that
  // for every segment would cost more than most dissectors do.
  @exclusivity(unchecked) private var dissector: Dissector

  init(_ dissector: Dissector) { self.dissector = dissector }

  /// Hands a step to the dissector, and what it has finished to `contents`.
  func take(
    _ step: ApplicationDissector.Step,
    _ bytes: RawSpan,
    from role: Role,
    at moment: Moment,
    into contents: inout [ApplicationContent],
    _ content: (Dissector.Output) -> ApplicationContent
  ) {
    switch step {
    case .bytes: dissector.receive(bytes, from: role, at: moment)
    case .gap(let count): dissector.skip(count, from: role, at: moment)
    case .close: dissector.close(role, at: moment)
    case .finish: dissector.finish(at: moment)
    }
    guard dissector.hasFinished else { return }
    dissector.takeFinished { contents.append(content($0)) }
  }
}
