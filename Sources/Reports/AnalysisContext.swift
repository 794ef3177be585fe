package import CaptureFiles
package import Packets

/// What a report needs to know besides the summary itself.
package struct AnalysisContext: Sendable {
  /// Name and version of the program.
  package var program: String
  /// The captures that were analysed, in the order given.
  package var captures: [CaptureFacts]
  /// Encapsulation paths of the flows that are listed; a missing one is taken as empty.
  package var paths: [PathID: EncapsulationPath]
  /// Nothing in the captures tells flows apart that Wireshark does not (VLANs, tunnels, several
  /// files), so that stream numbers are Wireshark's.
  package var streamsMatchWireshark: Bool
  /// Only a part of the captures was analysed, so that flows have other numbers than in the whole.
  package var isFiltered: Bool
  /// The options that said what of the captures to read, as typed: they belong to the next steps, too.
  package var readingOptions: [String]
  /// What is wrong was looked for.
  package var hasFindings: Bool
  /// What is known of hosts besides.
  package var names: NameSource

  package init(
    program: String,
    captures: [CaptureFacts],
    paths: [PathID: EncapsulationPath] = [:],
    streamsMatchWireshark: Bool,
    isFiltered: Bool = false,
    readingOptions: [String] = [],
    hasFindings: Bool = true,
    names: NameSource = .none
  ) {
    self.program = program
    self.captures = captures
    self.paths = paths
    self.streamsMatchWireshark = streamsMatchWireshark
    self.isFiltered = isFiltered
    self.readingOptions = readingOptions
    self.hasFindings = hasFindings
    self.names = names
  }

  func path(_ id: PathID) -> EncapsulationPath { paths[id] ?? EncapsulationPath() }
}
