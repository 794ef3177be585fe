import TestSupport

extension CorpusCapture {
  /// Not one of the files whose version no reader accepts (tests of the readers look at those).
  var isReadable: Bool {
    !["libpcap__pcap-invalid-version-1.pcap", "libpcap__pcapng-invalid-vers-1.pcapng"].contains(
      name
    )
  }
}
