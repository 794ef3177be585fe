extension ByteWriter {
  /// Puts text between tags or in a quoted attribute: nothing in it can end either.
  ///
  /// What cannot be seen, or would change how its neighbours are shown, is written visibly.
  mutating func put(escapingHTML text: String) {
    for scalar in text.visible.unicodeScalars {
      switch scalar {
      case "&": put("&amp;")
      case "<": put("&lt;")
      case ">": put("&gt;")
      case "\"": put("&quot;")
      case "'": put("&#39;")
      default: put(scalar)
      }
    }
  }
}
