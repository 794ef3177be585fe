import Dissection

/// A dissector that is changed where it is.
final class DissectorBox<Dissector: StreamDissector> {
  private var dissector: Dissector

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
    guard !dissector.finished.isEmpty else { return }
    for output in dissector.finished { contents.append(content(output)) }
    dissector.finished.removeAll()
  }
}
