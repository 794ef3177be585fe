internal import CaptureFiles

/// The page around the data: what a browser reads first.
struct HTMLPage {
  /// A named part of the data.
  struct Section {
    var name: String
    /// Raw DEFLATE.
    var content: [UInt8]
  }

  let context: AnalysisContext
  let assets: PageAssets

  /// Writes the page; a writer in memory returns it.
  func write(
    _ sections: [Section],
    to output: consuming ByteWriter
  ) throws(OutputError) -> [UInt8] {
    var output = output
    writeHead(to: &output)
    output.put("<body>\n<noscript><p>")
    output.put(escapingHTML: Self.withoutScript(context))
    output.put("</p></noscript>\n<div id=\"apus-report\"></div>\n")
    for section in sections {
      output.put("<script type=\"application/octet-stream\" id=\"apus-")
      output.put(section.name)
      output.put("\">")
      output.put(base64: section.content)
      output.put("</script>\n")
      try output.checkpoint()
    }
    output.put("<script>")
    assets.script.withUnsafeBufferPointer { output.put($0) }
    output.put("</script>\n</body>\n</html>\n")
    try output.flush()
    return output.takeBytes()
  }

  private func writeHead(to output: inout ByteWriter) {
    output.put("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    output.put("<meta http-equiv=\"Content-Security-Policy\" content=\"")
    assets.policy.withUnsafeBufferPointer { output.put($0) }
    output.put("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    output.put("<meta name=\"color-scheme\" content=\"light dark\">\n")
    output.put(
      "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\""
    )
    output.put(escapingHTML: context.program)
    // Without an icon of its own a browser asks for one.
    output.put("\">\n<link rel=\"icon\" href=\"data:,\">\n<title>")
    output.put(escapingHTML: Self.title(context))
    output.put("</title>\n<style>")
    assets.style.withUnsafeBufferPointer { output.put($0) }
    output.put("</style>\n</head>\n")
  }

  /// What the page is called: the captures without their folders.
  static func title(_ context: AnalysisContext) -> String {
    let names = context.captures.map { capture in
      capture.name == "-"
        ? "standard input" : capture.name.split(separator: "/").last.map(String.init)
    }.map { $0 ?? "capture" }
    guard let first = names.first else { return "Apus" }
    return names.count == 1 ? "\(first) – Apus" : "\(first) and \(names.count - 1) more – Apus"
  }

  /// What people read whose browser does not run the script.
  static func withoutScript(_ context: AnalysisContext) -> String {
    let files = context.captures.map { $0.name.shellQuoted }
    let words = ["apus", "analyze"] + context.readingOptions.map(\.shellQuoted) + files
    return "This report is drawn by the script in this file, which this browser does not run. "
      + "The same as text: \(words.joined(separator: " "))"
  }
}
