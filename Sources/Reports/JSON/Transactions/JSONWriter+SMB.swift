internal import Analysis
internal import Dissection

extension JSONWriter {
  mutating func write(_ smb: SMBSession) {
    beginObject("smb")
    array(
      "offered_dialects",
      of: smb.offeredDialects.isEmpty ? smb.offeredNames : smb.offeredDialects.map { "\($0)" }
    )
    field("dialect", smb.dialect.map { "\($0)" } ?? smb.dialectName)
    field("called_name", smb.calledName?.text)
    field("calling_name", smb.callingName?.text)
    beginArray("logins")
    for login in smb.logins {
      beginObject()
      field("user", login.user)
      field("domain", login.domain)
      field("workstation", login.workstation)
      field("frame", "time_ns", login.moment)
      field("status", login.status?.text)
      field("guest", login.isGuest)
      field("encrypted", login.isEncrypted)
      endObject()
    }
    endArray()
    field("omitted_logins", smb.omittedLogins)
    beginArray("trees")
    for tree in smb.trees {
      beginObject()
      field("path", tree.path)
      field("frame", "time_ns", tree.moment)
      field("status", tree.status?.text)
      field("encrypted", tree.isEncrypted)
      endObject()
    }
    endArray()
    field("omitted_trees", smb.omittedTrees)
    beginArray("files")
    for file in smb.files {
      beginObject()
      field("name", file.name)
      field("opens", file.opens)
      field("failures", file.failures)
      field("last_status", file.lastStatus?.text)
      endObject()
    }
    endArray()
    field("omitted_opens", smb.omittedOpens)
    beginArray("commands")
    for tally in smb.commands { write(tally) }
    endArray()
    beginArray("statuses")
    for tally in smb.statuses {
      beginObject()
      field("status", tally.status.text)
      field("responses", tally.count)
      endObject()
    }
    endArray()
    field("omitted_statuses", smb.omittedStatuses)
    field("messages", smb.messages)
    field("encrypted_messages", smb.encryptedMessages)
    field("compressed_messages", smb.compressedMessages)
    field("malformed_messages", smb.malformedMessages)
    field("unsolicited", smb.unsolicited)
    field("unanswered", smb.unanswered)
    field("bytes_read", smb.bytesRead)
    field("bytes_written", smb.bytesWritten)
    endObject()
  }

  private mutating func write(_ tally: SMBCommandTally) {
    beginObject()
    field("name", tally.command.name ?? "\(tally.command.number)")
    field("requests", tally.requests)
    field("responses", tally.responses)
    field("failures", tally.failures)
    field("fastest_ns", tally.fastest)
    field("mean_ns", tally.times > 0 ? tally.total / tally.times : nil)
    field("slowest_ns", tally.slowest)
    endObject()
  }
}

extension SMBStatus {
  /// The name, or the number in hexadecimal.
  fileprivate var text: String { name ?? "0x" + String(rawValue, radix: 16) }
}
