import TestSupport
import Testing

struct LayerRulesTests {
  @Test(arguments: [
    ["Flows", "Packets"], ["Analysis", "Flows"], ["Dissection", "Packets"],
    ["CaptureFiles", "CCompression"], ["StoragePostgres", "Storage"], ["apus", "Packets"],
    ["apus-generate", "SampleCaptures"], ["Server", "Reports"],
  ])
  func arrowsDownAndTheNamedOnesAcrossPass(arrow: [String]) {
    let node = LayerRules.Node(name: arrow[0], targets: [arrow[1]])
    #expect(LayerRules.violations(in: [node]).isEmpty)
  }

  @Test(arguments: [
    ["Packets", "Flows"], ["Packets", "CaptureFiles"], ["Flows", "CaptureFiles"],
    ["Flows", "Analysis"], ["Analysis", "Reports"], ["Reports", "Storage"],
    ["Identity", "Storage"], ["Sensor", "Server"], ["apus", "apus-capture"],
    ["CCompression", "Packets"], ["Analysis", "TestSupport"], ["apus", "SampleCaptures"],
    ["Analysis", "Misspelt"],
  ])
  func everyOtherArrowFails(arrow: [String]) {
    let node = LayerRules.Node(name: arrow[0], targets: [arrow[1]])
    #expect(LayerRules.violations(in: [node]) == ["\(arrow[0]) must not depend on \(arrow[1])"])
  }

  @Test
  func targetWithoutALayerFails() {
    let violations = LayerRules.violations(in: [LayerRules.Node(name: "Leftovers")])
    #expect(violations.count == 1)
  }

  @Test(arguments: ["Packets", "CaptureFiles", "Flows"])
  func packageProductInAFormatFails(name: String) {
    let node = LayerRules.Node(name: name, products: ["Crypto"])
    #expect(LayerRules.violations(in: [node]).count == 1)
  }

  @Test
  func testsMayUseAnything() {
    let node = LayerRules.Node(name: "FlowsTests", isTest: true, targets: ["CaptureFiles", "apus"])
    #expect(LayerRules.violations(in: [node]).isEmpty)
  }
}
