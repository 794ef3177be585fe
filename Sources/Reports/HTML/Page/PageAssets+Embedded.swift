internal import CWebAssets

extension PageAssets {
  /// Those that the program carries.
  package static var embedded: PageAssets {
    PageAssets(script: bytes(of: apus_report_script()), style: bytes(of: apus_report_style()))
  }

  private static func bytes(of asset: apus_web_asset) -> [UInt8] {
    Array(UnsafeBufferPointer(start: asset.bytes, count: asset.count))
  }
}
