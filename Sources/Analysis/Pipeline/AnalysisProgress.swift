/// How far an analysis has come.
package struct AnalysisProgress: Sendable {
  /// Bytes read of the input files (before decompression), and their total where it is known.
  package var bytesRead: UInt64 = 0
  package var bytesTotal: UInt64 = 0
  package var packets: UInt64 = 0
}
