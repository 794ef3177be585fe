import Dissection

/// A dissector that is changed where it is.
///
/// By pointer: a class would be retained, released and checked for exclusive access with every
/// segment, which costs more than most segments do.
struct DissectorBox<Dissector: StreamDissector>: ~Copyable {
  private let dissector: UnsafeMutablePointer<Dissector>

  init(_ dissector: consuming Dissector) {
    self.dissector = .allocate(capacity: 1)
    self.dissector.initialize(to: dissector)
  }

  deinit {
    dissector.deinitialize(count: 1)
    dissector.deallocate()
  }

  /// Lets `body` change the dissector where it is.
  func change<Result>(_ body: (inout Dissector) -> Result) -> Result { body(&dissector.pointee) }

  var malformedMessages: UInt64 { dissector.pointee.malformedMessages }

  /// Hands a step to the dissector, and what it has finished to `contents`; says where another
  /// protocol follows, and in `held` what it keeps of what is not complete.
  func take(
    _ step: ApplicationDissector.Step,
    _ bytes: RawSpan,
    from role: Role,
    at moment: Moment,
    into contents: inout [ApplicationContent],
    _ held: inout Int,
    _ content: (Shared<Dissector.Output>) -> ApplicationContent
  ) -> HandOver? {
    switch step {
    case .bytes: dissector.pointee.receive(bytes, from: role, at: moment)
    case .gap(let count): dissector.pointee.skip(count, from: role, at: moment)
    case .close: dissector.pointee.close(role, at: moment)
    case .finish: dissector.pointee.finish(at: moment)
    }
    if dissector.pointee.hasFinished {
      dissector.pointee.takeFinished { contents.append(content(Shared($0))) }
    }
    held = dissector.pointee.heldBytes
    return dissector.pointee.handOver
  }
}
