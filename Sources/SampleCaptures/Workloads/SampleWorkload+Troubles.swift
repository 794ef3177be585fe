extension SampleWorkload {
  /// Transfers that lose, wait and stall.
  static func downloads() -> [Scheduled] {
    [
      at(milliseconds: 6020, .tcp(lossyDownload)),
      at(milliseconds: 13_000, .tcp(stalledDownload)),
      at(milliseconds: 17_000, .tcp(lateRequest)),
      at(milliseconds: 18_500, .tcp(lostTail)),
    ]
  }

  /// Losses on both sides of the capture point, singly and in a burst, and a little reordering.
  private static var lossyDownload: TCPPlan {
    var plan = plan(from: Hosts.laptop, port: 51_010, to: Hosts.downloads, port: 80)
    plan.serverDelay = 17_000_000
    plan.rate = 3_000_000
    plan.impairments = [
      TCPPlan.Impairment(side: .server, transmission: 45, kind: .lostAfterTap),
      TCPPlan.Impairment(side: .server, transmission: 120, kind: .lostBeforeTap),
      TCPPlan.Impairment(side: .server, transmission: 190, kind: .delayed(1_200_000)),
      TCPPlan.Impairment(side: .server, transmission: 260, kind: .lostAfterTap),
      TCPPlan.Impairment(side: .server, transmission: 261, kind: .lostAfterTap),
      TCPPlan.Impairment(side: .server, transmission: 330, kind: .lostBeforeTap),
      TCPPlan.Impairment(side: .server, transmission: 332, kind: .lostBeforeTap),
    ]
    plan.exchanges = exchange(
      host: "downloads.example.org",
      path: "/image.iso",
      serverMilliseconds: 5,
      response: HTTPMessage.response(length: 640_000)
    )
    return plan
  }

  /// A player that stops reading until its buffer, and with it the window, is full.
  private static var stalledDownload: TCPPlan {
    var plan = plan(from: Hosts.phone, port: 51_011, to: Hosts.video, port: 80)
    plan.clientBuffer = 65_536
    plan.rate = 5_000_000
    plan.pause = TCPPlan.ReadingPause(side: .client, after: 120_000, length: 1_300_000_000)
    plan.exchanges = exchange(
      host: "video.example.net",
      path: "/segment-17.m4s",
      serverMilliseconds: 4,
      response: HTTPMessage.response(type: "video/iso.segment", length: 310_000)
    )
    return plan
  }

  /// A request lost with nothing after it: only the timer can repeat it.
  private static var lateRequest: TCPPlan {
    var plan = plan(from: Hosts.laptop, port: 51_012, to: Hosts.api, port: 80)
    plan.impairments = [
      TCPPlan.Impairment(side: .client, transmission: 2, kind: .lostAfterTap)
    ]
    plan.exchanges = exchange(
      host: "api.example.com",
      path: "/v1/status",
      serverMilliseconds: 8,
      response: HTTPMessage.jsonResponse(count: 25)
    )
    return plan
  }

  /// The last segment of a response lost on the way to the capture point.
  private static var lostTail: TCPPlan {
    var plan = plan(from: Hosts.laptop, port: 51_013, to: Hosts.web, port: 80)
    plan.impairments = [
      TCPPlan.Impairment(side: .server, transmission: 11, kind: .lostBeforeTap)
    ]
    plan.exchanges = exchange(
      host: "www.example.com",
      path: "/logo.webp",
      serverMilliseconds: 3,
      response: HTTPMessage.response(type: "image/webp", length: 14_000)
    )
    return plan
  }

  /// Connections that fail: refused, reset, never answered.
  static func troubles() -> [Scheduled] {
    var refused = plan(from: Hosts.laptop, port: 51_020, to: Hosts.api, port: 8443)
    refused.answer = .refuses

    var reset = plan(from: Hosts.phone, port: 51_021, to: Hosts.api, port: 80)
    reset.exchanges = exchange(
      host: "api.example.com",
      path: "/v1/stream",
      serverMilliseconds: 40,
      response: HTTPMessage.jsonResponse(count: 220)
    )
    reset.ending = .reset(.server)

    var unanswered = plan(from: Hosts.laptop, port: 51_022, to: Hosts.unreachable, port: 443)
    unanswered.answer = .silent
    unanswered.synRetries = 3
    return [
      at(milliseconds: 9000, .tcp(refused)),
      at(milliseconds: 9300, .tcp(reset)),
      at(milliseconds: 10_000, .tcp(unanswered)),
    ]
  }
}
