import Reports
import Testing

struct TextOptionsTests {
  @Test(arguments: [(10, 60), (80, 80), (500, 120)])
  func widthsStayReadable(_ asked: Int, _ given: Int) {
    #expect(TextOptions(width: asked).width == given)
  }

  @Test func nothingIsColouredOffATerminal() {
    #expect(!TextOptions(descriptor: -1) { _ in nil }.usesColour)
  }

  @Test(arguments: [
    ("plain name.pcap", "plain name.pcap"),
    ("line\nbreak", "line\\u{a}break"),
    ("\u{200b}zero", "\\u{200b}zero"),
    ("\u{9b}31m", "\\u{9b}31m"),
    ("größe 🐦", "größe 🐦"),
  ])
  func hiddenCharactersBecomeVisible(_ text: String, _ expected: String) {
    #expect(text.visible == expected)
  }
}
