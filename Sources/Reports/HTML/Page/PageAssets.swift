internal import Crypto

/// The script and the style sheet of the page, and what its content security policy says of them.
package struct PageAssets: Sendable {
  package var script: [UInt8]
  package var style: [UInt8]

  package init(script: [UInt8], style: [UInt8]) {
    self.script = script
    self.style = style
  }

  /// Nothing is loaded, and nothing runs but these two: what is in the data cannot become code.
  var policy: [UInt8] {
    var writer = ByteWriter()
    writer.put("default-src 'none'; script-src 'sha256-")
    writer.put(base64: Array(SHA256.hash(data: script)))
    writer.put("'; style-src 'sha256-")
    writer.put(base64: Array(SHA256.hash(data: style)))
    writer.put("'; img-src data:; base-uri 'none'; form-action 'none'")
    return writer.takeBytes()
  }
}
