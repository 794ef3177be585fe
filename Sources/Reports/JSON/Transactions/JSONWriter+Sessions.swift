internal import Analysis
internal import Dissection

extension JSONWriter {
  mutating func write(_ ssh: SSHSession) {
    let agreed = ssh.agreed
    beginObject("ssh")
    field("client_version", ssh.client.version)
    field("server_version", ssh.server.version)
    field("key_exchange", agreed?.keyExchange)
    field("host_key", agreed?.hostKey)
    field("encryption", agreed?.encryption)
    field("mac", agreed?.mac)
    field("compression", agreed?.compression)
    field("client_version_frame", "client_version_ns", ssh.client.versionMoment)
    field("server_version_frame", "server_version_ns", ssh.server.versionMoment)
    field("encrypted_frame", "encrypted_ns", ssh.encrypted)
    endObject()
  }

  /// SMTP, FTP, POP3 and IMAP; passwords are not even kept.
  mutating func write(_ key: StaticString, _ session: CommandSession) {
    beginObject(key)
    field("greeting", session.greeting)
    field("greeting_frame", "greeting_ns", session.greetingMoment)
    field("client_name", session.clientName)
    field("user", session.user)
    field("logged_in", session.isLoggedIn)
    field("secured", session.isSecured)
    field("secured_frame", "secured_ns", session.secured)
    field("commands", session.commands)
    field("accepted", session.accepted)
    field("refused", session.refused)
    field("last_refusal", session.lastRefusal)
    field("senders", session.senders)
    field("recipients", session.recipients)
    field("transfers", session.transfers)
    field("content_bytes", session.contentBytes)
    endObject()
  }

  mutating func write(_ sip: SIPTransaction) {
    beginObject("sip")
    field("method", sip.method)
    field("uri", sip.uri)
    field("call_id", sip.callID)
    field("sequence", sip.sequence)
    field("from", sip.from?.uri)
    field("from_tag", sip.from?.tag)
    field("to", sip.to?.uri)
    field("to_tag", sip.to?.tag)
    field("user_agent", sip.userAgent)
    field("server", sip.server)
    field("request_frame", "request_ns", sip.first)
    field("last_request_frame", "last_request_ns", sip.last)
    field("tries", sip.tries)
    beginArray("provisional")
    for response in sip.provisional {
      beginObject()
      field("status", response.status)
      field("frame", "time_ns", response.moment)
      endObject()
    }
    endArray()
    field("omitted_provisional", sip.omittedProvisional)
    field("status", sip.status)
    field("reason", sip.reason)
    field("response_frame", "response_ns", sip.answered)
    field("response_time_ns", sip.responseTime)
    field("ringing_time_ns", sip.ringing?.nanoseconds(since: sip.first))
    field("acknowledged_frame", "acknowledged_ns", sip.acknowledged)
    field("call_duration_ns", sip.callDuration)
    field("call_untimed", sip.isUntimed)
    write("offer", sip.offer)
    field("omitted_offered", sip.offer?.omittedMedia ?? 0)
    write("answer", sip.answer)
    field("omitted_answered", sip.answer?.omittedMedia ?? 0)
    endObject()
  }

  /// Keys of encrypted media are not written.
  private mutating func write(_ key: StaticString, _ session: SessionDescription?) {
    guard let session else { return null(key) }
    beginArray(key)
    for medium in session.media {
      beginObject()
      field("kind", medium.kind)
      field("address", medium.address.map { "\($0)" })
      field("port", medium.port)
      field("transport", medium.transport)
      array("codecs", of: medium.codecs)
      field("omitted_codecs", medium.omittedFormats)
      field("direction", medium.direction)
      endObject()
    }
    endArray()
  }
}
