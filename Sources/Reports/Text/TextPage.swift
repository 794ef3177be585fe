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
    put(content, label: label, labelStyle: style.bold, indent: Self.labelWidth)
  }

  /// A row of a section: indented label, then wrapped text.
  mutating func row(_ label: String, _ content: String, labelWidth: Int = 20) {
    put(content, label: "  " + label, indent: labelWidth)
  }

  /// Text wrapped to the page's width, all lines `indent` columns in, behind a bullet if given.
  mutating func paragraph(_ content: String, bullet: String = "", indent: Int) {
    let margin = String(repeating: " ", count: max(0, indent - bullet.columns))
    put(content, label: margin + bullet, indent: indent)
  }

  /// A label at the margin, then text wrapped to the page's width, `indent` columns in.
  ///
  /// Styles are applied to what is laid out already, so that escape sequences never count as
  /// columns.
  mutating func put(
    _ content: String,
    label: String,
    labelStyle: (String) -> String = { $0 },
    indent: Int,
    contentStyle: (String) -> String = { $0 }
  ) {
    var head = labelStyle(label)
    var padding = max(0, indent - label.columns)
    for piece in Self.wrap(content, to: max(20, options.width - indent)) {
      if !piece.isEmpty { head += String(repeating: " ", count: padding) + contentStyle(piece) }
      line(head)
      head = ""
      padding = indent
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
}
