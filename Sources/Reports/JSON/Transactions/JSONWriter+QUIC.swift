internal import Analysis
internal import Dissection

extension JSONWriter {
  mutating func write(_ quic: QUICConnection) {
    let hello = quic.clientHello
    let moments = quic.moments
    beginObject("quic")
    field("version", quic.version.map { "\($0)" })
    field("client_version", quic.clientVersion.map { "\($0)" })
    array("offered_versions", of: quic.offeredVersions.lazy.map { "\($0)" })
    field("server_name", quic.serverName)
    array("offered_protocols", of: hello.offeredProtocols)
    field("cipher_suite", quic.serverHello.map { "\($0.cipherSuite)" })
    field("group", quic.serverHello?.keyShareGroup.map { "\($0)" })
    field("ja3", hello.map { JA3($0).hash })
    field("ja3s", quic.serverHello.map { JA3($0).hash })
    field("ja4", hello.map { JA4($0, over: .quic).text })
    field("hello_retry", quic.helloRetryRequest != nil)
    field("retry", moments.retry != nil)
    field("early_data", quic.client.zeroRTT > 0)
    field("encrypted_hello", hello?.hasEncryptedHello)
    field("established", quic.isEstablished)
    field("status", quic.status)
    field("original_id", quic.originalID?.hexadecimalText)
    field("client_id", quic.clientID?.hexadecimalText)
    field("server_id", quic.serverID?.hexadecimalText)
    field("client_initial_frame", "client_initial_ns", moments.clientInitial)
    field("server_initial_frame", "server_initial_ns", moments.serverInitial)
    field("client_handshake_frame", "client_handshake_ns", moments.clientHandshake)
    field("client_data_frame", "client_data_ns", moments.clientOneRTT)
    field("response_time_ns", quic.serverResponseTime)
    field("handshake_time_ns", quic.handshakeTime)
    if let close = quic.close {
      beginObject("close")
      field("sender", close.sender.name)
      field("code", close.code)
      field("alert", close.alert.map { "\($0)" })
      field("reason", close.reason)
      field("frame", close.moment.frame)
      field("time_ns", close.moment.time)
      endObject()
    } else {
      null("close")
    }
    write("client", quic.client)
    write("server", quic.server)
    field("undecrypted_initials", quic.undecryptedInitials)
    endObject()
  }

  private mutating func write(_ key: StaticString, _ direction: QUICConnection.Direction) {
    beginObject(key)
    field("datagrams", direction.datagrams)
    field("initial", direction.initial)
    field("zero_rtt", direction.zeroRTT)
    field("handshake", direction.handshake)
    field("one_rtt", direction.oneRTT)
    field("stray", direction.stray)
    endObject()
  }
}
