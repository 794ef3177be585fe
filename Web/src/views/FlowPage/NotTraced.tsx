import { CopyButton } from "../../components/CopyButton/CopyButton";
import { EmptyState } from "../../components/EmptyState/EmptyState";
import type { AnalysisDocument } from "../../data/AnalysisDocument";
import { visibleText } from "../../format/visibleText";
import { apusFilter, type FlowFacts } from "./FlowFacts";
import { shellWord } from "./words";

/** The command that writes a report with every packet of one flow. */
export function traceCommand(document: AnalysisDocument, facts: FlowFacts): string {
  const files = document.captures.map((capture) => shellWord(visibleText(capture.name)));
  return `apus analyze ${files.join(" ")} --filter "${apusFilter(facts)}" --protocols all --html flow-${facts.id}.html`;
}

/** Instead of graphs: why there are none, and the command that makes them. */
export function NotTraced({ document, facts }: {
  readonly document: AnalysisDocument;
  readonly facts: FlowFacts;
}): JSX.Element {
  const command = traceCommand(document, facts);
  return (
    <div className="card">
      <EmptyState title="The packets of this flow are not in the report">
        <p>A report carries the packets of the flows that need a look most, so that it stays small. This command writes one of this flow alone:</p>
        <p className="flow-filter"><code>{command}</code> <CopyButton text={command} what="command" /></p>
      </EmptyState>
    </div>
  );
}

/** Above graphs that do not have all packets. */
export function Decimated({ document, facts, points, packets }: {
  readonly document: AnalysisDocument;
  readonly facts: FlowFacts;
  readonly points: number;
  readonly packets: number;
}): JSX.Element {
  const command = traceCommand(document, facts);
  return (
    <div className="flow-decimated" role="note">
      <p>
        {points.toLocaleString("en-US")} of {packets.toLocaleString("en-US")} packets are in this report: marked ones and extremes
        were kept first, ordinary ones thinned out, so throughput is too low here. A report of this flow alone has more:
      </p>
      <p className="flow-filter"><code>{command}</code> <CopyButton text={command} what="command" /></p>
    </div>
  );
}
