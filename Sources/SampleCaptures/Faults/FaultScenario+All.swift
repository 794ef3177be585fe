extension FaultScenario {
  /// Every scenario, healthy ones first.
  package static let all: [FaultScenario] = [
    .healthyWeb, .healthyBulk, .healthyDNS, .keepaliveIdle, .longPolling,
    .dhcpFailover,
    .lossOnePercent, .retransmissionStorm, .spuriousRetransmissions, .reordering, .highRTT,
    .jitter, .bufferbloat, .mtuBlackHole, .reportedMTUBlackHole,
    .zeroWindow, .receiverWindowLimited, .slowServer, .slowClient,
    .slowDNS, .unansweredDNS, .nxdomainStorm, .serverFailureDNS,
    .expiredCertificate, .futureCertificate, .expiringCertificate, .tlsAlert, .tlsReset,
    .weakCipher,
    .serverErrors, .slowResponse,
    .refused, .unansweredSYNs, .injectedReset,
    .portScan, .hostSweep, .synFlood, .arpSpoof,
    .mediaLoss, .mediaJitter, .silentDHCP, .rogueDHCP,
    .asymmetric, .mirrorDuplicates, .lossAtCapture,
  ]
}
