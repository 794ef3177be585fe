package import Packets

/// One exchange of a client with its servers: from its first message to the lease or the refusal.
package struct DHCPTransaction: Equatable, Sendable {
  /// Messages kept of one exchange.
  package static let maximumSteps = 32

  package struct Step: Equatable, Sendable {
    /// nil in BOOTP.
    package var type: DHCPMessageType?
    package var moment: Moment
  }

  /// What a server would give.
  package struct Offer: Equatable, Sendable {
    package var server: IPAddress
    package var routers: [IPAddress]
    package var nameServers: [IPAddress]
  }

  package enum Outcome: Sendable {
    /// A server acknowledged.
    case acknowledged
    /// A server refused.
    case refused
    /// The client gave its address back, or declined it: nobody answers that.
    case returned
    /// No server decided.
    case unanswered
  }

  package var transaction: UInt32
  package var hardwareAddress: HardwareAddress?
  package var steps: [Step] = []
  package var omittedSteps = 0
  package var outcome = Outcome.unanswered
  /// Messages of the client.
  package var tries = 0
  package var request: Moment?
  /// The deciding answer.
  package var response: Moment?
  package var hostName: String?
  package var vendorClass: String?
  package var requestedAddress: IPAddress?
  /// What was given, or had (in an INFORM or RELEASE).
  package var address: IPAddress?
  package var server: IPAddress?
  /// Seconds.
  package var leaseTime: UInt32?
  /// Why a server refused, in its words.
  package var message: String?
  /// The first offer of each server, in the order of the offers; at most ``maximumSteps``.
  package var offers: [Offer] = []

  /// Nanoseconds from the client's first message to the deciding answer.
  package var duration: Int64? {
    guard let request, let response else { return nil }
    return response.nanoseconds(since: request)
  }
}

extension DHCPTransaction {
  /// Takes over what a message of the exchange says.
  mutating func add(_ message: DHCPMessage, at moment: Moment) {
    if steps.count < Self.maximumSteps {
      steps.append(Step(type: message.type, moment: moment))
    } else {
      omittedSteps += 1
    }
    if message.isReply {
      addReply(message, at: moment)
    } else {
      addRequest(message, at: moment)
    }
  }

  private mutating func addRequest(_ message: DHCPMessage, at moment: Moment) {
    tries += 1
    request = request ?? moment
    hostName = message.options.hostName ?? hostName
    vendorClass = message.options.vendorClass ?? vendorClass
    requestedAddress = message.options.requestedAddress ?? requestedAddress
    server = message.options.serverIdentifier ?? server
    if message.clientAddress.v4 != 0 { address = message.clientAddress }
    if message.type == .release || message.type == .decline {
      outcome = .returned
      address = message.options.requestedAddress ?? address
    }
  }

  private mutating func addReply(_ message: DHCPMessage, at moment: Moment) {
    switch message.type {
    case .offer?:
      guard let offerer = message.options.serverIdentifier, offers.count < Self.maximumSteps else {
        return
      }
      guard !offers.contains(where: { $0.server == offerer }) else { return }
      offers.append(
        Offer(
          server: offerer,
          routers: message.options.routers,
          nameServers: message.options.nameServers
        )
      )
      return
    case .refusal?:
      outcome = .refused
      self.message = message.options.message
    // BOOTP has no types: its reply is the decision.
    case .acknowledgment?, nil: outcome = .acknowledged
    default: return
    }
    response = moment
    server = message.options.serverIdentifier ?? server
    leaseTime = message.options.leaseTime ?? leaseTime
    if outcome == .acknowledged, message.yourAddress.v4 != 0 { address = message.yourAddress }
  }
}
