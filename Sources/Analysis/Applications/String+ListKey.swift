extension String {
  /// The text as a key of a bounded list: in lower case, and cut to
  /// ``ApplicationTotals/keyLength``.
  var listKey: String {
    let key = lowercased()
    // No text has more characters than bytes, and those need not be looked for.
    guard key.utf8.count > ApplicationTotals.keyLength else { return key }
    return String(key.prefix(ApplicationTotals.keyLength))
  }
}
