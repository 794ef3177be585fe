import Dissection

extension ApplicationTransaction {
  func outline(of ssh: SSHSession) -> TransactionOutline {
    var outline = TransactionOutline(
      self,
      [
        ssh.client.versionMoment, ssh.server.versionMoment, ssh.client.proposalMoment,
        ssh.server.proposalMoment, ssh.encrypted,
      ]
    )
    outline.action = ssh.client.version
    outline.subject = ssh.server.version
    outline.status = ssh.encrypted == nil ? "incomplete" : "established"
    return outline
  }

  /// SMTP, FTP, POP3 and IMAP.
  func outline(of session: CommandSession) -> TransactionOutline {
    var outline = TransactionOutline(
      self,
      [session.first, session.greetingMoment, session.secured, session.last]
    )
    outline.subject = session.greeting
    outline.status = session.isSecured ? "secured" : session.lastRefusal
    outline.requestBytes = session.contentBytes
    return outline
  }

  func outline(of sip: SIPTransaction) -> TransactionOutline {
    var outline = TransactionOutline(
      self,
      asker: sip.asker,
      [sip.first, sip.last, sip.answered, sip.acknowledged]
    )
    outline.action = sip.method
    outline.subject = sip.uri
    // Nobody answers an ACK.
    outline.status = sip.status.map { "\($0)" } ?? (sip.method == "ACK" ? nil : "unanswered")
    outline.tries = sip.tries
    outline.responseTime = sip.responseTime
    outline.totalTime = sip.responseTime
    return outline
  }

  func outline(of smb: SMBSession) -> TransactionOutline {
    var outline = TransactionOutline(self, [smb.first, smb.last])
    outline.action = smb.dialect.map { "\($0)" } ?? smb.dialectName
    outline.subject = smb.trees.first?.path
    outline.requestBytes = smb.bytesWritten
    outline.responseBytes = smb.bytesRead
    return outline
  }
}
