extension ServiceScript {
  /// What clients do all day, and nothing wrong with it: the background of every scenario.
  mutating func ordinaryTraffic(clients: Int = 4, seconds: Int = 12) {
    for number in 0..<clients {
      let client = Hosts.client(number)
      var time = 5 + number * 37
      resolveGateway(from: client, at: time)
      time += 20
      while time < seconds * 1000 {
        switch random.below(4) {
        case 0: secureVisit("shop.example.com", Hosts.shop, from: client, at: time)
        case 1: privateVisit("portal.example.net", Hosts.portal, from: client, at: time)
        default: visit("www.example.com", Hosts.web, from: client, at: time)
        }
        time += random.within(1200...3200)
      }
    }
  }
}
