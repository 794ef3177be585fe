/// The words of the command line as the system hands them over.
enum Arguments {
  /// The first that is not UTF-8, with `\xNN` for each of its bytes beyond ASCII; `nil` if all are.
  ///
  /// It cannot be taken: the parser would be given a word that names another file.
  static var undecodable: String? {
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let word = CommandLine.unsafeArgv[index], String(validatingCString: word) == nil else {
        continue
      }
      return UnsafeBufferPointer(start: word, count: length(of: word))
        .map { $0 < 0 ? "\\x" + String(UInt8(bitPattern: $0), radix: 16) : character($0) }
        .joined()
    }
    return nil
  }

  private static func character(_ byte: CChar) -> String {
    String(Unicode.Scalar(UInt8(bitPattern: byte)))
  }

  private static func length(of word: UnsafePointer<CChar>) -> Int {
    var end = word
    while end.pointee != 0 { end += 1 }
    return end - word
  }
}
