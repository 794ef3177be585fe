import ArgumentParser
import CaptureFiles
import Reports

/// `apus info`: what kind of file a capture is, from when to when, on which interfaces.
struct Info: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what kind of file a capture is, what it holds and of when.",
    discussion: """
      Each file is described by itself, by the rules of capinfos; one that cannot be read does not \
      keep the others from it.

      \(ExitStatus.discussion())
      """
  )

  @OptionGroup var captures: CaptureArguments

  @Flag(help: "One JSON object for each file, one on a line.")
  var json = false

  @Flag(
    name: [.customShort("T"), .long],
    help: "One row for each file, with the columns of capinfos -T -M -S."
  )
  var table = false

  func validate() throws {
    if json, table { throw ValidationError("Give one of --json and --table.") }
  }

  func run() throws {
    try Diagnostics.reporting {
      var output = JSONWriter(ByteWriter(descriptor: 1))
      var isDamaged = false
      var unread = 0
      if table { output.output.put(CaptureInfoTable.header + "\n") }
      let options = TextOptions(descriptor: 1, environment: Environment.value)
      for (position, file) in captures.files.enumerated() {
        let facts: CaptureFacts
        do throws(CaptureFileError) {
          facts = try self.facts(of: file)
        } catch {
          Diagnostics.say(error)
          unread += 1
          continue
        }
        if json {
          output.write(facts)
          output.endLine()
        } else if table {
          output.output.put(CaptureInfoTable.row(facts) + "\n")
        } else {
          if position > unread { output.output.put("\n") }
          CaptureInfoText(facts, options: options).write(to: &output.output)
        }
        try output.output.flush()
        isDamaged = Diagnostics.sayDamage(of: [facts]) || isDamaged
      }
      try output.output.flush()
      if unread > 0 { throw ExitStatus.failure }
      if isDamaged { throw ExitStatus.damaged }
    }
  }

  private func facts(of file: String) throws(CaptureFileError) -> CaptureFacts {
    var reader = try CaptureReader(path: file, limits: captures.limits)
    var batch = RecordBatch()
    while try reader.read(into: &batch) {}
    return reader.facts
  }
}
