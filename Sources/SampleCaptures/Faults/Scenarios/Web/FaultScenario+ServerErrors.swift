extension FaultScenario {
  static let serverErrors = FaultScenario(
    "http-5xx",
    expects: .serverErrors,
    "Two in five answers of the API are 503 Service Unavailable."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<6 {
      var plan = service.plan(
        from: ServiceScript.Hosts.client(number % 4),
        to: ServiceScript.Hosts.api,
        port: 80
      )
      for index in 0..<10 {
        let failure = HTTPMessage.response(
          status: "503 Service Unavailable",
          type: "text/plain",
          line: "try again later\n",
          times: 1
        )
        plan.exchanges += service.request(
          host: "api.example.com",
          path: "/v1/orders/\(number * 10 + index)",
          thinking: service.random.within(20...60),
          working: service.random.within(3...9),
          response: index % 5 < 2 ? failure : HTTPMessage.jsonResponse(count: 15)
        )
      }
      service.connect(plan, at: 700 + 900 * number)
    }
  }
}
