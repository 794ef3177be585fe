extension SampleWorkload {
  /// Web pages: fast, slow, missing, encrypted, over IPv6 and on a VLAN.
  static func web(using random: inout RandomSource) -> [Scheduled] {
    [
      at(milliseconds: 40, .tcp(fastPage)),
      at(milliseconds: 500, .tcp(shop(using: &random))),
      at(milliseconds: 1200, .tcp(pageOverV6(using: &random))),
      at(milliseconds: 3020, .tcp(slowServer)),
      at(milliseconds: 4000, .tcp(missingPage)),
      at(milliseconds: 4300, .tcp(cameraStream)),
    ]
  }

  private static var fastPage: TCPPlan {
    var plan = plan(from: Hosts.laptop, port: 51_001, to: Hosts.web, port: 80)
    let host = "www.example.com"
    let style = HTTPMessage.response(type: "text/css", line: "p { margin: 0 }\n", times: 260)
    plan.exchanges =
      exchange(
        host: host,
        path: "/",
        serverMilliseconds: 3,
        response: HTTPMessage.response(line: "<p>The quick brown fox</p>\n", times: 450)
      )
      + exchange(
        host: host,
        path: "/style.css",
        serverMilliseconds: 1,
        thinkMilliseconds: 14,
        response: style
      )
    return plan
  }

  private static func shop(using random: inout RandomSource) -> TCPPlan {
    var plan = plan(from: Hosts.laptop, port: 51_002, to: Hosts.shop, port: 443)
    plan.exchanges = TLSTraffic.handshake(
      serverName: "shop.example.com",
      certificateLength: 3700,
      serverWait: 1_400_000,
      using: &random
    )
    for (request, response) in [(420, 18_500), (380, 7200), (610, 31_000)] {
      plan.exchanges += [
        TCPPlan.Exchange(
          from: .client,
          wait: 20_000_000,
          content: TLSMessage.records(request)
        ),
        TCPPlan.Exchange(
          from: .server,
          wait: 6_000_000,
          content: TLSMessage.records(response)
        ),
      ]
    }
    return plan
  }

  private static func pageOverV6(using random: inout RandomSource) -> TCPPlan {
    var plan = plan(from: Hosts.laptopV6, port: 51_003, to: Hosts.webV6, port: 443)
    plan.exchanges = TLSTraffic.handshake(
      serverName: "www.example.com",
      certificateLength: 2900,
      serverWait: 1_100_000,
      using: &random
    )
    plan.exchanges += [
      TCPPlan.Exchange(from: .client, wait: 1_000_000, content: TLSMessage.records(300)),
      TCPPlan.Exchange(from: .server, wait: 4_000_000, content: TLSMessage.records(22_000)),
    ]
    plan.ending = .fin(.server)
    return plan
  }

  private static var slowServer: TCPPlan {
    var plan = plan(from: Hosts.laptop, port: 51_004, to: Hosts.api, port: 80)
    plan.exchanges = exchange(
      host: "api.example.com",
      path: "/v1/report",
      serverMilliseconds: 980,
      response: HTTPMessage.jsonResponse(count: 90)
    )
    return plan
  }

  private static var missingPage: TCPPlan {
    var plan = plan(from: Hosts.phone, port: 51_005, to: Hosts.web, port: 80)
    plan.exchanges = exchange(
      host: "www.example.com",
      path: "/favicon.ico",
      serverMilliseconds: 2,
      response: HTTPMessage.response(
        status: "404 Not Found",
        line: "<h1>Not Found</h1>\n",
        times: 1
      )
    )
    return plan
  }

  private static var cameraStream: TCPPlan {
    var plan = plan(from: Hosts.recorder, port: 51_006, to: Hosts.camera, port: 80)
    plan.vlan = 20
    plan.serverDelay = 300_000
    plan.exchanges = exchange(
      host: "camera.local",
      path: "/snapshot.webp",
      serverMilliseconds: 30,
      response: HTTPMessage.response(type: "image/webp", length: 48_000)
    )
    plan.ending = .open
    return plan
  }
}
