import TestSupport

/// A log of Zeek, or some columns of one that `zeek-cut` took out, as rows by column name.
struct ZeekLog {
  private(set) var rows: [[String: String]] = []

  /// `columns` names the columns of a cut that does not.
  init(_ text: String, columns: [String] = []) {
    var names = columns
    for line in text.split(separator: "\n") {
      let values = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if values.first == "#fields" {
        names = Array(values.dropFirst())
      } else if line.hasPrefix("#") {
        continue
      } else if names.isEmpty {
        names = values
      } else {
        rows.append(Dictionary(zip(names, values)) { first, _ in first })
      }
    }
    for index in rows.indices { rows[index][""] = nil }
  }
}
