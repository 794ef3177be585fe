/// One block of a SACK option (RFC 2018 §3): bytes from `left` up to, not including, `right`.
package struct SACKBlock: Sendable {
  package var left: UInt32 = 0
  package var right: UInt32 = 0

  package init() {}

  package init(left: UInt32, right: UInt32) {
    self.left = left
    self.right = right
  }
}
