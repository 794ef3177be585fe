/// A value that is rarely there, kept apart, so that its place costs no more than a word.
struct SetApart<Value: Sendable>: Sendable {
  private var values: [Value] = []

  var isAbsent: Bool { values.isEmpty }

  /// A copy of the value.
  var value: Value? { values.first }

  mutating func set(_ value: consuming Value) { values = [value] }

  /// Lets `body` change the value where it is, if there is one.
  @inline(__always)
  mutating func change(_ body: (inout Value) -> Void) {
    if !values.isEmpty { body(&values[0]) }
  }

  /// Lets `body` change the value where it is, or `absent` where there is none.
  mutating func change(from absent: @autoclosure () -> Value, _ body: (inout Value) -> Void) {
    if values.isEmpty { values = [absent()] }
    body(&values[0])
  }
}

extension SetApart: Equatable where Value: Equatable {}
