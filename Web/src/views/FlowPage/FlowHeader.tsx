import { Badge, SeverityMark } from "../../components/Badge/Badge";
import { CopyButton } from "../../components/CopyButton/CopyButton";
import { PacketText } from "../../components/PacketText/PacketText";
import type { Assessment } from "../../data/AnalysisDocument";
import { endpoint } from "../../format/words";
import { displayFilter, type FlowFacts } from "./FlowFacts";
import { reasonText, verdictText } from "./words";

/** Which flow it is, what is wrong with it, and how to find it in Wireshark. */
export function FlowHeader({ facts, assessment, onBack }: {
  readonly facts: FlowFacts;
  readonly assessment: Assessment | null;
  readonly onBack: () => void;
}): JSX.Element {
  const filter = assessment?.display_filter ?? displayFilter(facts);
  const limit = assessment?.verdict?.["limit"] ?? facts.verdict;
  const reasons = assessment?.reasons.map((reason) => ({
    severity: reason.severity,
    text: reason.explanation,
  }))
    ?? facts.reasons.map((kind) => ({ severity: facts.severity, text: reasonText(kind) }));
  return (
    <header className="flow-header">
      <button type="button" className="button no-print" onClick={onBack}>← All flows</button>
      <div className="flow-title">
        <h2>
          {endpoint(
            facts.client,
            facts.clientPort,
          )} <span className="soft" aria-label="to">→</span> {endpoint(facts.server, facts.serverPort)}
        </h2>
        <Badge severity={facts.severity} />
      </div>
      <p className="flow-about">
        <span>{[facts.transport.toUpperCase(), facts.service].filter(Boolean).join(" · ")}</span>
        {facts.name !== null && <PacketText text={facts.name} />}
        <span className="soft">
          flow {facts.id}{facts.stream === null ? "" : `, ${facts.transport}.stream ${facts.stream}`}
        </span>
      </p>
      {(reasons.length > 0 || (limit !== null && limit !== undefined)) && (
        <ul className="flow-reasons">
          {reasons.map((reason, index) => (
            <li key={index}><SeverityMark severity={reason.severity} /> <span>{reason.text}</span></li>
          ))}
          {typeof limit === "string" && <li className="soft"><span className="flow-bullet" /> <span>{verdictText(limit)}</span></li>}
        </ul>
      )}
      <p className="flow-filter">
        <code>{filter}</code>
        <CopyButton text={filter} what="display filter" />
      </p>
    </header>
  );
}
