/// A page of terminal text: headings at the left margin, rows of a label and wrapped text.
struct TextPage {
  /// Columns of the labels at the left margin.
  static let labelWidth = 11

  let options: TextOptions
  let style: TextStyle
  private(set) var text = ""

  init(_ options: TextOptions) {
    self.options = options
    style = TextStyle(isOn: options.usesColour)
  }

  mutating func blank() { text += "\n" }

  /// A line that is already laid out.
  mutating func line(_ line: String) {
    text += line
    text += "\n"
  }

  /// The first row of a section: its label in bold at the margin, then wrapped text.
  mutating func section(_ label: String, _ content: String) {
    let prefix = label.padded(to: Self.labelWidth)
    put(content, first: style.bold(prefix), firstWidth: prefix.columns, indent: Self.labelWidth)
  }

  /// A row of a section: indented label, then wrapped text.
  mutating func row(_ label: String, _ content: String, labelWidth: Int = 20) {
    let prefix = ("  " + label).padded(to: labelWidth)
    put(content, first: prefix, firstWidth: prefix.columns, indent: labelWidth)
  }

  /// Text wrapped to the page's width behind `first`, further lines `indent` columns in.
  mutating func paragraph(_ content: String, bullet: String = "", indent: Int) {
    let first = String(repeating: " ", count: max(0, indent - bullet.columns)) + bullet
    put(content, first: first, firstWidth: first.columns, indent: indent)
  }

  /// `styled` is applied to each line, so that escape sequences never count as columns.
  mutating func put(
    _ content: String,
    first: String,
    firstWidth: Int,
    indent: Int,
    styled: (String) -> String = { $0 }
  ) {
    let width = max(20, options.width - max(indent, firstWidth))
    var isFirst = true
    for piece in Self.wrap(content, to: width) {
      let head = isFirst ? first : String(repeating: " ", count: indent)
      isFirst = false
      line(Self.trimmed(head + styled(piece)))
    }
  }

  /// The words of a text on lines of at most `width` columns; a longer word has a line of its own.
  static func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in text.split(separator: " ") {
      if !current.isEmpty, current.columns + 1 + String(word).columns > width {
        lines.append(current)
        current = ""
      }
      current += (current.isEmpty ? "" : " ") + word
    }
    lines.append(current)
    return lines
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
