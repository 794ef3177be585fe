import { Badge } from "../../components/Badge/Badge";
import { Figure } from "../../components/Figure/Figure";
import { FlowLink } from "../../components/FlowLink/FlowLink";
import { PacketText } from "../../components/PacketText/PacketText";
import type { Assessment } from "../../data/AnalysisDocument";
import { counted, endpoint } from "../../format/words";
import { hashOf } from "../../state/hash";
import { select } from "../../state/Selection";
import { initialState } from "../../state/ViewState";
import type { ViewProps } from "../View";

const shownLimit = 10;

/** The flows with the worst assessments, and why: where to look next. */
export function WorstFlows({ data, state }: Pick<ViewProps, "data" | "state">) {
  const selection = select(data, state);
  const worst = data.document.worst.filter(({ flow }) => selection.has(flow.id));
  if (worst.length === 0) return null;
  const { notice, warning, critical } = data.document.assessments.severity;
  const inTrouble = notice + warning + critical;
  const all = `#${hashOf({ ...initialState, view: "flows", query: "severity >= notice" })}`;
  return (
    <section className="worst card">
      <header className="worst-header">
        <h3>Flows worst off</h3>
        <a href={all}>All {counted(inTrouble, "flow")} worth a look</a>
      </header>
      <ol>
        {worst.slice(0, shownLimit).map((assessment) => (
          <WorstFlow key={assessment.flow.id} assessment={assessment} state={state} />
        ))}
      </ol>
    </section>
  );
}

interface WorstFlowProps {
  readonly assessment: Assessment;
  readonly state: ViewProps["state"];
}

function WorstFlow({ assessment: { flow, severity, reasons, time_lost_ns: lost }, state }: WorstFlowProps) {
  const { originator, responder } = flow;
  return (
    <li>
      <Badge severity={severity} />
      <div>
        <FlowLink state={state} flow={flow.id}>
          <PacketText text={endpoint(originator.address, originator.port)} wraps />
          <span aria-label="to"> → </span>
          <PacketText text={endpoint(responder.address, responder.port)} wraps />
        </FlowLink>
        <ul>
          {reasons.map(({ explanation }, at) => (
            <li key={at}>
              <PacketText text={explanation} wraps />
            </li>
          ))}
        </ul>
      </div>
      <span className="worst-lost" title="Estimated time lost">
        {lost > 0 && (
          <>
            <Figure value={lost} unit="ns" /> lost
          </>
        )}
      </span>
    </li>
  );
}
