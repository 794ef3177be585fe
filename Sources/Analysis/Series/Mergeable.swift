/// A sum that starts empty and takes in another one, in whatever order.
package protocol Mergeable: Sendable {
  init()
  mutating func merge(_ other: Self)
}
