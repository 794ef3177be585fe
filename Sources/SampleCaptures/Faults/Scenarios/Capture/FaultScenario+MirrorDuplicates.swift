extension FaultScenario {
  static let mirrorDuplicates = FaultScenario(
    "mirror-duplicates",
    expects: .duplicatedCapture,
    "The mirror port copies each packet twice, as it comes in and as it goes out."
  ) { service in
    service.mirrorDelay = 7000
    service.ordinaryTraffic(clients: 5, seconds: 15)
  }
}
