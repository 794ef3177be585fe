internal import Analysis
internal import CaptureFiles
internal import Flows
internal import Packets

/// Commands that are worth running after an analysis.
struct NextSteps {
  /// One command and what it is good for.
  struct Step {
    var purpose: String
    var command: String
  }

  let steps: [Step]

  init(_ summary: AnalysisSummary, context: AnalysisContext) {
    guard let capture = context.captures.first, context.captures.count == 1, capture.name != "-",
      capture.name.visible == capture.name
    else {
      steps = []
      return
    }
    // A name that begins with a dash would be an option.
    let file = (capture.name.hasPrefix("-") ? "./" + capture.name : capture.name).shellQuoted
    let input = (context.readingOptions.map(\.shellQuoted) + [file]).joined(separator: " ")
    var steps: [Step] = []
    if summary.flows.flows > 0, summary.applications == nil {
      steps.append(
        Step(
          purpose: "Read what DNS, HTTP, TLS and others say, and find what is wrong there:",
          command: "apus analyze --protocols all \(input)"
        )
      )
    }
    if let worst = summary.worst.first?.record {
      let filter = DisplayFilter(
        worst,
        path: context.path(worst.path),
        streamsMatch: context.streamsMatchWireshark
      )
      steps.append(
        Step(
          purpose: "Look at the worst connection in Wireshark:",
          command: "wireshark -r \(file) -Y \(filter.text.shellQuoted)"
        )
      )
      if !context.isFiltered {
        steps.append(
          Step(
            purpose: "Cut its packets out into a capture of their own:",
            command: "apus slice --flow \(worst.id) -o flow-\(worst.id).pcapng \(input)"
          )
        )
      }
    }
    if summary.tcp.connections > 0 {
      steps.append(
        Step(
          purpose: "See every TCP event with its frame number:",
          command: "apus analyze --events apus \(input)"
        )
      )
    }
    if summary.flows.flows > 0 {
      steps.append(
        Step(
          purpose: "Get the whole analysis for a program:",
          command: "apus analyze --json \(input)"
        )
      )
    }
    self.steps = steps
  }
}
