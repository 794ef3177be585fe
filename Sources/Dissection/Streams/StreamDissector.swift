/// Reads the messages of one conversation from the reassembled bytes of its two sides.
///
/// A value without input or output of its own: bytes go in as they become contiguous, finished
/// messages and transactions collect in ``finished`` until the caller takes them. It must accept any
/// bytes in any portions, hold no more than a named bound of them, and go on after a gap.
package protocol StreamDissector {
  /// What the protocol's conversations consist of (an HTTP transaction, a TLS session).
  associatedtype Output: Sendable

  /// What is complete and was not taken yet, in the order of completion.
  var finished: [Output] { get set }

  /// Takes the next contiguous bytes that one side sent; `moment` is the frame that completed them.
  mutating func receive(_ bytes: RawSpan, from role: Role, at moment: Moment)

  /// `count` bytes of one side were never captured: finds the next message start that it can trust.
  mutating func skip(_ count: Int64, from role: Role, at moment: Moment)

  /// One side sends no more (FIN, RST or the end of the flow).
  mutating func close(_ role: Role, at moment: Moment)

  /// Where the portion or the gap that was told last stops being of this protocol; `nil` if nowhere.
  var handOver: HandOver? { mutating get }

  /// The flow has ended: what is incomplete is put out as such.
  mutating func finish(at moment: Moment)

  /// Whether there is anything in ``finished``.
  ///
  /// It is asked for every segment: reading the list itself would retain and release it, and a
  /// property that does not say `mutating` would copy the dissector.
  var hasFinished: Bool { mutating get }

  /// About how many bytes of memory are kept of what is not complete.
  ///
  /// A conversation's own bounds are generous; whoever reads many adds these up. It is asked for every
  /// segment, too.
  var heldBytes: Int { mutating get }

  /// Messages that could not be read, or not to their end; 0 where they count with what is finished.
  var malformedMessages: UInt64 { mutating get }

  /// Hands all of ``finished`` to `body` in its order, without copies.
  mutating func takeFinished(_ body: (consuming Output) -> Void)
}

extension StreamDissector {
  package var hasFinished: Bool { mutating get { !finished.isEmpty } }

  package mutating func takeFinished(_ body: (consuming Output) -> Void) {
    var outputs: [Output] = []
    swap(&outputs, &finished)
    // From the end, because elements move out of there without a copy.
    if outputs.count > 1 { outputs.reverse() }
    while let output = outputs.popLast() { body(consume output) }
    // The room is used again for the next ones, unless there were unusually many.
    if outputs.capacity <= 4 { swap(&outputs, &finished) }
  }
}

extension StreamDissector {
  /// Nothing that is worth counting.
  package var heldBytes: Int { mutating get { 0 } }

  package var handOver: HandOver? { mutating get { nil } }

  package var malformedMessages: UInt64 { mutating get { 0 } }
}
