import ArgumentParser
import Names
import Reports

/// Where `apus analyze` gets names of hosts from.
struct NameArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Name the vendors of hardware addresses by this list of the IEEE's (oui.txt, oui.csv).",
      discussion: """
        Shown in --json and --html. Without it by those that Debian's package ieee-data has installed, if it \
        has.
        """,
      valueName: "file"
    ),
    completion: .file()
  )
  var oui: String?

  @Option(
    help: ArgumentHelp(
      "Say of hosts what this MaxMind database knows: country, city, autonomous system.",
      discussion:
        "May be given several times, for several databases. Shown in --json, --html and --flows json.",
      valueName: "file"
    ),
    completion: .file()
  )
  var geoip: [String] = []

  var isEmpty: Bool { oui == nil && geoip.isEmpty }

  /// Opens what was asked for; vendors are only looked for where `needsVendors` or a file is given.
  func open(needsVendors: Bool) throws -> HostNames {
    var vendors = VendorNames()
    if let oui {
      try vendors.add(oui)
    } else if needsVendors {
      vendors = .installed()
    }
    return HostNames(vendors: vendors, databases: try geoip.map { try GeoDatabase($0) })
  }
}

extension NameSource {
  init(_ names: HostNames) {
    self.init(vendor: { names.vendor(of: $0) }, origin: { names.origin(of: $0) })
  }
}
