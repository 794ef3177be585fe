import FuzzTargets

/// Called by libFuzzer with one input after the other; `--target=NAME` among the arguments says
/// what to try it on.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  Fuzzer.target.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

enum Fuzzer {
  /// libFuzzer ignores arguments that begin with two dashes.
  static let target: FuzzTarget = {
    let option = "--target="
    let names = CommandLine.arguments.filter { $0.hasPrefix(option) }
    guard
      let target = names.first.flatMap({ FuzzTarget(rawValue: String($0.dropFirst(option.count))) })
    else {
      let known = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
      preconditionFailure("say \(option)NAME, where NAME is one of \(known)")
    }
    return target
  }()
}
