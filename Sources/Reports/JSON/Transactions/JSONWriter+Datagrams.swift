internal import Analysis
internal import Dissection
internal import Packets

extension JSONWriter {
  /// A message alone: the exchange is spread over flows, `transaction` ties its messages together.
  mutating func write(_ dhcp: DHCPMessage) {
    let options = dhcp.options
    beginObject("dhcp")
    field("message", dhcp.type?.name)
    field("is_reply", dhcp.isReply)
    field("transaction", dhcp.transaction)
    field("hardware_address", dhcp.hardwareAddress.map { "\($0)" })
    field("host_name", options.hostName)
    field("vendor_class", options.vendorClass)
    field("client_address", Self.set(dhcp.clientAddress))
    field("your_address", Self.set(dhcp.yourAddress))
    field("relay", Self.set(dhcp.relay))
    field("requested_address", options.requestedAddress.map { "\($0)" })
    field("server_identifier", options.serverIdentifier.map { "\($0)" })
    field("subnet_mask", options.subnetMask.map { "\($0)" })
    array("routers", of: options.routers.lazy.map { "\($0)" })
    array("name_servers", of: options.nameServers.lazy.map { "\($0)" })
    field("domain_name", options.domainName)
    field("lease_time_s", options.leaseTime)
    array("parameter_requests", of: options.parameterRequests.lazy.map(UInt64.init))
    field("reason", options.message)
    endObject()
  }

  /// An address that may be all zeros for "none".
  private static func set(_ address: IPAddress) -> String? {
    address.v4 == 0 ? nil : "\(address)"
  }

  mutating func write(_ ntp: NTPTransaction) {
    beginObject("ntp")
    field("version", UInt16(ntp.version))
    field("request_frame", "request_ns", ntp.request)
    field("response_frame", "response_ns", ntp.response)
    field("response_time_ns", ntp.responseTime)
    field("stratum", ntp.answer?.stratum)
    field("reference", ntp.answer?.referenceName)
    field("clock_difference_ns", ntp.clockDifference)
    field("unsynchronised", ntp.isUnsynchronised)
    field("kiss_of_death", ntp.kissOfDeath)
    endObject()
  }

  /// The community is a password and not written.
  mutating func write(_ snmp: SNMPTransaction) {
    beginObject("snmp")
    field("version", snmp.version.name)
    field("default_community", snmp.community?.isDefault)
    field("user", snmp.userName)
    field("kind", snmp.kind?.name)
    field("id", snmp.id)
    array("objects", of: snmp.objects)
    field("request_frame", "request_ns", snmp.request)
    field("last_request_frame", "last_request_ns", snmp.lastRequest)
    field("tries", snmp.tries)
    field("response_frame", "response_ns", snmp.response)
    field("response_time_ns", snmp.responseTime)
    field("response_kind", snmp.responseKind?.name)
    field("error_status", snmp.errorStatus)
    field("unanswered", snmp.isUnanswered)
    endObject()
  }

  mutating func write(_ ssdp: SSDPMessage) {
    beginObject("ssdp")
    field("kind", ssdp.kind.name)
    field("target", ssdp.target)
    field("subtype", ssdp.subtype)
    field("name", ssdp.name)
    field("location", ssdp.location?.withoutUserInfo)
    field("server", ssdp.server)
    field("status", ssdp.status)
    field("max_wait_s", ssdp.maximumWait)
    endObject()
  }

  /// Names of users are not written: with TURN they belong to a password.
  mutating func write(_ stun: STUNTransaction) {
    let response = stun.response
    beginObject("stun")
    field("method", stun.request.methodName)
    field("request_frame", "request_ns", stun.first)
    field("last_request_frame", "last_request_ns", stun.last)
    field("tries", stun.tries)
    field("response_frame", "response_ns", stun.answered)
    field("response_time_ns", stun.responseTime)
    field("succeeded", response.map { $0.class == .success })
    field("error_code", response?.errorCode)
    field("software", stun.request.software)
    field("server_software", response?.software)
    write("mapped_address", response?.mappedAddress)
    write("relayed_address", response?.relayedAddress)
    endObject()
  }

  private mutating func write(_ key: StaticString, _ address: STUNMessage.Address?) {
    guard let address else { return null(key) }
    beginObject(key)
    field("address", address.address)
    field("port", address.port)
    endObject()
  }

  mutating func write(_ message: NetBIOSNameMessage) {
    beginObject("nbns")
    field("operation", message.operation.name)
    field("id", message.id)
    field("is_response", message.flags.isResponse)
    field("is_broadcast", message.isBroadcast)
    field("response_code", message.flags.isResponse ? message.flags.responseCode.name : nil)
    array("questions", of: message.questions.lazy.map { "\($0.name)" })
    beginArray("records")
    for record in message.records {
      beginObject()
      field("name", "\(record.name)")
      field("ttl_s", record.ttl)
      field("is_group", record.isGroup)
      array("addresses", of: record.addresses.lazy.map { "\($0)" })
      array("names", of: record.names.lazy.map { "\($0)" })
      endObject()
    }
    endArray()
    endObject()
  }

  mutating func write(_ message: NetBIOSDatagram) {
    beginObject("nbdgm")
    field("kind", message.kind.name)
    field("id", message.id)
    field("source_address", message.sourceAddress)
    field("source_port", message.sourcePort)
    field("source", message.source.map { "\($0)" })
    field("destination", message.destination.map { "\($0)" })
    endObject()
  }
}
