import Dissection

extension ApplicationTransaction {
  func outline(of dhcp: DHCPDatagrams.Received) -> TransactionOutline {
    let message = dhcp.message
    var outline = TransactionOutline(self, asker: dhcp.sender, [dhcp.moment])
    outline.action = message.type?.name ?? (message.isReply ? "BOOTREPLY" : "BOOTREQUEST")
    outline.subject = message.options.hostName ?? message.hardwareAddress?.description
    return outline
  }

  func outline(of ntp: NTPTransaction) -> TransactionOutline {
    var outline = TransactionOutline(self, asker: ntp.asker, [ntp.request, ntp.response])
    outline.action = "NTPv\(ntp.version)"
    outline.status =
      ntp.kissOfDeath ?? ntp.answer.map { "stratum \($0.stratum)" } ?? "unanswered"
    outline.responseTime = ntp.responseTime
    outline.totalTime = ntp.responseTime
    return outline
  }

  func outline(of snmp: SNMPTransaction) -> TransactionOutline {
    var outline = TransactionOutline(
      self,
      asker: snmp.asker,
      [snmp.request, snmp.lastRequest, snmp.response]
    )
    outline.action = snmp.kind?.name
    outline.subject = snmp.objects.first
    outline.status = snmp.isUnanswered ? "unanswered" : snmp.errorStatus.map { "\($0)" }
    outline.tries = snmp.tries
    outline.responseTime = snmp.responseTime
    outline.totalTime = snmp.response?.nanoseconds(since: snmp.request)
    return outline
  }

  func outline(of ssdp: SSDPDatagrams.Received) -> TransactionOutline {
    var outline = TransactionOutline(self, asker: ssdp.sender, [ssdp.moment])
    outline.action = ssdp.message.kind.name
    outline.subject = ssdp.message.target
    outline.status = ssdp.message.subtype ?? ssdp.message.status.map { "\($0)" }
    return outline
  }

  func outline(of stun: STUNTransaction) -> TransactionOutline {
    var outline = TransactionOutline(
      self,
      asker: stun.asker,
      [stun.first, stun.last, stun.answered]
    )
    outline.action = stun.request.methodName
    outline.status = stun.response.map { $0.errorCode.map { "\($0)" } ?? "success" } ?? "unanswered"
    outline.tries = stun.tries
    outline.responseTime = stun.responseTime
    outline.totalTime = stun.answered?.nanoseconds(since: stun.first)
    return outline
  }

  func outline(of netbios: NetBIOSNameDatagrams.Received) -> TransactionOutline {
    let message = netbios.message
    var outline = TransactionOutline(self, asker: netbios.sender, [netbios.moment])
    outline.action = message.operation.name
    outline.subject = (message.questions.first?.name ?? message.records.first?.name)?.description
    outline.status = message.flags.isResponse ? message.flags.responseCode.name : nil
    return outline
  }

  func outline(of netbios: NetBIOSDatagrams.Received) -> TransactionOutline {
    var outline = TransactionOutline(self, asker: netbios.sender, [netbios.moment])
    outline.action = netbios.message.kind.name
    outline.subject = netbios.message.destination?.description
    return outline
  }
}
