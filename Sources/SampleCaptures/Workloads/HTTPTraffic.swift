/// Requests and responses on one HTTP/1.1 connection.
enum HTTPTraffic {
  /// Sizes of a bulk transfer, in bytes.
  static let bulkLengths = 300_000...5_000_000
  /// Sizes of an ordinary response, in bytes.
  static let lengths = 300...50_000

  static func exchanges(
    host: String,
    isBulk: Bool,
    using random: inout RandomSource
  ) -> [TCPPlan.Exchange] {
    var exchanges: [TCPPlan.Exchange] = []
    for index in 0..<(isBulk ? 1 : random.heavyTailed(1...6)) {
      let thinking = index == 0 ? 200_000 : random.heavyTailed(5000...2_000_000) * 1000
      let serving = random.heavyTailed(500...300_000) * 1000
      let length = random.heavyTailed(isBulk ? bulkLengths : lengths)
      exchanges.append(
        TCPPlan.Exchange(
          from: .client,
          wait: UInt64(thinking),
          content: HTTPMessage.request(host: host, path: "/object/\(random.below(100_000))")
        )
      )
      exchanges.append(
        TCPPlan.Exchange(
          from: .server,
          wait: UInt64(serving),
          content: random.chance(0.03)
            ? HTTPMessage.response(status: "404 Not Found", type: "text/html", length: 146)
            : HTTPMessage.response(length: length)
        )
      )
    }
    return exchanges
  }
}
