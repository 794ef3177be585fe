internal import Analysis
internal import CaptureFiles
internal import Packets

extension CaptureInfoText {
  /// Interfaces that are described one by one.
  private static let shownInterfaces = 32
  /// Damaged places that are described one by one.
  private static let shownDamage = 10

  /// One paragraph for each interface, where there is more to say than the link type.
  func putInterfaces(to page: inout TextPage) {
    for interface in facts.interfaces.prefix(Self.shownInterfaces) {
      page.blank()
      let name = (interface.name ?? interface.description)?.visible
      page.line(page.style.bold("Interface \(interface.index)") + (name.map { " \($0)" } ?? ""))
      put(interface, to: &page)
    }
    let further = facts.interfaces.count - Self.shownInterfaces
    if further > 0 {
      page.blank()
      page.line("and \(Wording.counted(UInt64(further), "more interface"))")
    }
  }

  private func put(_ interface: CaptureInterface, to page: inout TextPage) {
    let names = LinkType(rawValue: interface.linkType).names
    put("Encapsulation", "\(names.title) (\(interface.linkType) - \(names.short))", to: &page)
    put("Description", interface.name == nil ? nil : interface.description, to: &page)
    if interface.snapLength > 0 {
      put("Packet size limit", Wording.counted(UInt64(interface.snapLength), "byte"), to: &page)
    }
    let precision = interface.precision
    put("Time precision", "\(precision.name) (\(precision.digits))", to: &page)
    put("Packets", Wording.count(interface.packets), to: &page)
    put("Speed", interface.speed.map { "\(Wording.count($0)) bit/s" }, to: &page)
    if case .text(let filter)? = interface.filter { put("Filter", filter, to: &page) }
    let statistics = interface.statistics
    put("Received", statistics.received.map(Wording.count), to: &page)
    put("Dropped by interface", statistics.droppedByInterface.map(Wording.count), to: &page)
    put("Dropped by system", statistics.droppedBySystem.map(Wording.count), to: &page)
    for comment in interface.comments { put("Comment", comment, to: &page) }
  }

  /// Where the file is damaged, and what that cost.
  func putDamage(to page: inout TextPage) {
    guard !facts.damage.isEmpty else { return }
    page.blank()
    page.line(page.style.severity("Damaged", .warning))
    for damage in facts.damage.prefix(Self.shownDamage) {
      var text = "At byte \(Wording.count(damage.byteOffset)), after "
      text += "\(Wording.counted(damage.packetsBefore, "packet")): \(damage.reason.description)."
      if damage.resumed {
        text += " Reading went on after \(Wording.counted(damage.bytesSkipped, "byte"))."
      }
      page.paragraph(text.visible, bullet: "• ", indent: 4)
    }
    let further = UInt64(max(0, facts.damage.count - Self.shownDamage)) + facts.furtherDamage
    if further > 0 { page.paragraph("\(Wording.count(further)) more", bullet: "• ", indent: 4) }
  }
}
