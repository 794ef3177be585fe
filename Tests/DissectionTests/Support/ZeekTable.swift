import TestSupport

/// A log that Zeek wrote, as rows by the names of its columns.
struct ZeekTable {
  var rows: [[String: String]] = []

  init(_ path: String) throws {
    var columns: [Substring] = []
    for line in String(decoding: try FileBytes.read(path), as: UTF8.self).split(separator: "\n") {
      let values = line.split(separator: "\t", omittingEmptySubsequences: false)
      if line.hasPrefix("#fields") {
        columns = Array(values.dropFirst())
      } else if !line.hasPrefix("#") {
        let pairs = zip(columns, values).map { (String($0), String($1)) }
        rows.append(Dictionary(pairs) { first, _ in first })
      }
    }
  }
}
