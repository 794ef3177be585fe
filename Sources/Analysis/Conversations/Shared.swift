/// A value that is handed on without being copied: sessions are long, and several look at each.
package final class Shared<Value: Sendable>: Sendable {
  package let value: Value

  package init(_ value: consuming Value) { self.value = value }
}
