extension FaultScenario {
  /// Every scenario, healthy ones first.
  package static let all: [FaultScenario] = [
    .healthyWeb, .healthyBulk, .healthyDNS, .keepaliveIdle,
    .lossOnePercent, .retransmissionStorm, .spuriousRetransmissions, .reordering, .highRTT,
    .jitter, .bufferbloat, .mtuBlackHole, .reportedMTUBlackHole,
    .zeroWindow, .receiverWindowLimited, .slowServer, .slowClient,
    .slowDNS, .unansweredDNS, .nxdomainStorm, .serverFailureDNS,
    .expiredCertificate, .expiringCertificate, .tlsAlert,
    .serverErrors, .slowResponse,
    .refused, .unansweredSYNs, .injectedReset,
    .portScan, .synFlood, .arpSpoof,
    .asymmetric, .mirrorDuplicates, .lossAtCapture,
  ]
}
