/// Seconds since the epoch as tshark writes them: "2011-05-04 00:00:00 (UTC)".
///
/// Counts years and months one by one, unlike the code that it is compared with.
struct CivilTime: CustomStringConvertible {
  var seconds: Int64

  var description: String {
    var days = seconds / 86_400
    var year: Int64 = 1970
    while days >= length(ofYear: year) {
      days -= length(ofYear: year)
      year += 1
    }
    var month = 0
    while days >= length(ofMonth: month, in: year) {
      days -= length(ofMonth: month, in: year)
      month += 1
    }
    let clock = [seconds % 86_400 / 3600, seconds % 3600 / 60, seconds % 60].map(pad)
    return "\(year)-\(pad(Int64(month + 1)))-\(pad(days + 1)) "
      + clock.joined(separator: ":") + " (UTC)"
  }

  private func isLeap(_ year: Int64) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private func length(ofYear year: Int64) -> Int64 { isLeap(year) ? 366 : 365 }

  private func length(ofMonth month: Int, in year: Int64) -> Int64 {
    if month == 1 { return isLeap(year) ? 29 : 28 }
    return [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month]
  }

  private func pad(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
