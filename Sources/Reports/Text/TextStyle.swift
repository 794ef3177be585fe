internal import Analysis

/// The few colours and weights of terminal text (ECMA-48 SGR); plain where colours are off.
///
/// Colour never carries a meaning of its own: the words say the same.
struct TextStyle {
  let isOn: Bool

  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }

  /// Text in the colour of a severity.
  func severity(_ text: String, _ severity: Severity) -> String {
    switch severity {
    case .ok: wrap(text, "32")
    case .notice: wrap(text, "36")
    case .warning: wrap(text, "33")
    case .critical: wrap(text, "1;31")
    }
  }

  private func wrap(_ text: String, _ codes: String) -> String {
    isOn ? "\u{1b}[\(codes)m\(text)\u{1b}[0m" : text
  }
}
