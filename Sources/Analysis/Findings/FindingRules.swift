/// Every rule, in the order of `FindingKind`.
enum FindingRules {
  /// Rules that look at flows one by one.
  static let ofFlows: [any SymptomRule.Type] = [
    PacketLossRule.self, RetransmissionStormRule.self, SpuriousRetransmissionsRule.self,
    ReorderingRule.self, HighRTTRule.self, JitterRule.self, BufferbloatRule.self,
    MTUBlackHoleRule.self, ZeroWindowRule.self, ReceiverWindowLimitedRule.self,
    SlowServerRule.self, SlowClientRule.self, ConnectionRefusedRule.self,
    ConnectionUnansweredRule.self, InjectedResetRule.self, CaptureOneWayRule.self,
    CaptureDuplicatesRule.self, CaptureLossRule.self,
  ]

  /// Rules that watch the whole analysis.
  static let ofAnalysis: [any FindingRule.Type] = [
    PortScanRule.self, HostSweepRule.self, SynFloodRule.self, AddressConflictRule.self,
    SlowDNSRule.self, UnansweredDNSRule.self, NXDOMAINStormRule.self, ServerFailureDNSRule.self,
    ExpiredCertificateRule.self, NotYetValidCertificateRule.self, ExpiringCertificateRule.self,
    HandshakeFailureRule.self, ObsoleteTLSRule.self,
    ServerErrorsRule.self, SlowResponseRule.self,
    MediaLossRule.self, MediaJitterRule.self,
    UnansweredDHCPRule.self, SeveralDHCPServersRule.self,
  ]

  /// What each kind's rule looks for.
  static let descriptions: [FindingKind: RuleDescription] = {
    let all = ofFlows.map { $0.description } + ofAnalysis.map { $0.description }
    return Dictionary(all.map { ($0.kind, $0) }) { first, _ in first }
  }()
}

extension RuleDescription {
  /// Of every rule, in the order of `FindingKind`.
  package static let all = FindingKind.allCases.compactMap { FindingRules.descriptions[$0] }
}

extension FindingKind {
  /// What the kind's rule looks for.
  package var rule: RuleDescription {
    guard let description = FindingRules.descriptions[self] else {
      preconditionFailure("\(rawValue) has no rule")
    }
    return description
  }
}
