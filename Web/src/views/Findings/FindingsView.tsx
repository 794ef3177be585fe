import { EmptyState } from "../../components/EmptyState/EmptyState";
import type { AnalysisDocument, Finding } from "../../data/AnalysisDocument";
import { sinceStart } from "../../data/Instant";
import { counted } from "../../format/words";
import { select } from "../../state/Selection";
import type { ViewProps } from "../View";
import { Doubts } from "./Doubts";
import { FindingCard } from "./FindingCard";
import { NothingWrong } from "./NothingWrong";
import { useFindingKeys } from "./useFindingKeys";
import { WorstFlows } from "./WorstFlows";
import "./Findings.css";

/** How many findings are open at first: those that matter most come first. */
const openCount = 4;

/** What is wrong, in plain words, worst first. */
export function FindingsView({ data, state, change }: ViewProps) {
  const { findings } = data.document;
  useFindingKeys();
  if (!findings) {
    return (
      <>
        <EmptyState title="Findings were not looked for">
          This report was made with <code>--no-findings</code>. Run <code>apus analyze</code> without it.
        </EmptyState>
        <Doubts document={data.document} />
        <WorstFlows data={data} state={state} />
      </>
    );
  }
  const selection = select(data, state);
  const concerns = (finding: Finding): boolean => {
    if (!isWithin(finding, data.document, state.window)) return false;
    return !state.query || finding.flows.some(({ id }) => selection.has(id));
  };
  const shown = selection.isAll ? findings : findings.filter(concerns);
  return (
    <>
      <div className="view-header">
        <h2>{headline(findings, data.document)}</h2>
        {shown.length < findings.length && (
          <p className="soft">
            {shown.length} of {counted(findings.length, "finding")} concern the selected flows and time
          </p>
        )}
      </div>
      {findings.length === 0 && data.document.severity === "ok" && <NothingWrong document={data.document} />}
      {findings.length > 0 && shown.length === 0 && (
        <EmptyState title="No finding concerns this selection">
          <button type="button" className="button" onClick={() => change({ query: "", window: null })}>
            Show all {counted(findings.length, "finding")}
          </button>
        </EmptyState>
      )}
      {shown.length > 0 && (
        <ol className="findings">
          {shown.map((finding, at) => (
            <li key={`${finding.id} ${at}`}>
              <FindingCard data={data} finding={finding} state={state} change={change} isOpen={at < openCount} />
            </li>
          ))}
        </ol>
      )}
      <Doubts document={data.document} />
      <WorstFlows data={data} state={state} />
    </>
  );
}

function headline(findings: readonly Finding[], { severity, quality, assessments }: AnalysisDocument): string {
  if (findings.length === 0) {
    if (severity === "ok") return "Nothing wrong was found";
    const { notice, warning, critical } = assessments.severity;
    const flows = notice + warning + critical;
    if (flows > 0) return `No finding, but ${counted(flows, "flow")} worth a look`;
    return quality.severity === "ok" ? "No finding" : "No finding; the capture itself is worth a look";
  }
  const critical = findings.filter(({ severity }) => severity === "critical").length;
  const warnings = findings.filter(({ severity }) => severity === "warning").length;
  const parts = [
    critical > 0 ? `${critical} critical` : "",
    warnings > 0 ? counted(warnings, "warning") : "",
    critical + warnings < findings.length ? counted(findings.length - critical - warnings, "notice") : "",
  ].filter((part) => part !== "");
  return `${counted(findings.length, "finding")}: ${parts.join(", ")}`;
}

function isWithin(
  finding: Finding,
  document: AnalysisDocument,
  window: ViewProps["state"]["window"],
): boolean {
  if (!window || finding.first_ns === null || finding.last_ns === null) return true;
  const [first, last] = [sinceStart(document, finding.first_ns), sinceStart(document, finding.last_ns)];
  return first <= window[1] && last >= window[0];
}
