internal import Analysis
internal import Flows
internal import Packets

extension AnalysisText {
  /// The worst connections, each with its reasons and a display filter of Wireshark.
  func putWorst(to page: inout TextPage) {
    let shown = summary.worst.prefix(Self.shownConnections)
    let all = UInt64(summary.worst.count) + summary.bounds.unlistedFlows
    let flows = Wording.counted(all, "flow") + " in trouble"
    page.section("Worst", all > UInt64(shown.count) ? "\(shown.count) of \(flows)" : flows)
    for assessment in shown {
      page.blank()
      put(assessment, to: &page)
    }
  }

  private func put(_ assessment: FlowAssessment, to page: inout TextPage) {
    let record = assessment.record
    let style = page.style
    let path = context.path(record.path)
    let transport = "\(record.transport.name)".uppercased()
    let through = path.layers.isEmpty ? "" : " in \(path.text)"
    page.put(
      "\(transport) \(Self.name(record.originator)) → \(Self.name(record.responder))\(through)",
      label: "  " + assessment.severity.rawValue,
      labelStyle: { style.severity($0, assessment.severity) },
      indent: TextPage.labelWidth,
      contentStyle: style.bold
    )
    page.paragraph(Self.size(assessment), indent: TextPage.labelWidth)
    if let spent = record.tcp?.timeSpent?.text {
      page.paragraph("time: \(spent)", indent: TextPage.labelWidth)
    }
    for reason in assessment.reasons.prefix(Self.shownReasons) {
      page.paragraph(reason.explanation, bullet: "• ", indent: TextPage.labelWidth + 2)
    }
    let further = assessment.reasons.count - Self.shownReasons
    if further > 0 {
      let reasons = Wording.counted(UInt64(further), "more reason")
      page.paragraph(reasons, bullet: "• ", indent: TextPage.labelWidth + 2)
    }
    let filter = DisplayFilter(record, path: path, streamsMatch: context.streamsMatchWireshark)
    page.put(
      "Wireshark: " + filter.text,
      label: "",
      indent: TextPage.labelWidth,
      contentStyle: style.dim
    )
  }

  private static func name(_ endpoint: Endpoint) -> String {
    let address = endpoint.address
    return address.isIPv4
      ? "\(address.text):\(endpoint.port)" : "[\(address.text)]:\(endpoint.port)"
  }

  private static func size(_ assessment: FlowAssessment) -> String {
    let record = assessment.record
    let hasPayload = record.forward.payloadBytes + record.backward.payloadBytes > 0
    let there =
      hasPayload
      ? Wording.bytes(record.forward.payloadBytes)
      : Wording.counted(record.forward.packets, "packet")
    let back =
      hasPayload
      ? Wording.bytes(record.backward.payloadBytes) : Wording.count(record.backward.packets)
    var text = "flow \(record.id): \(there) there, \(back) back in "
    text += Wording.time(record.duration)
    if assessment.timeLost > 0 { text += "; cost about \(Wording.time(assessment.timeLost))" }
    return text
  }
}
