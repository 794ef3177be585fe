/// Which way a packet of a flow went.
@usableFromInline package enum FlowDirection: UInt8, CaseIterable, Sendable {
  /// From the originator (who opened the flow) to the responder.
  case originator
  /// From the responder to the originator.
  case responder

  /// The other way.
  package var reversed: FlowDirection { self == .originator ? .responder : .originator }
}
