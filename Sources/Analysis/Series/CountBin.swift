/// How often something happened in a stretch of time.
package struct CountBin: Mergeable, Equatable {
  package var count: UInt64 = 0

  package init() {}

  package mutating func merge(_ other: CountBin) { count &+= other.count }
}
