import { useEffect, useMemo, useState } from "react";
import { TimeSpent } from "../../charts/TimeSpent/TimeSpent";
import { EmptyState } from "../../components/EmptyState/EmptyState";
import type { Table } from "../../data/Table";
import { flowRow } from "../../state/Selection";
import { captureClock } from "../Timeline/captureTime";
import type { ViewProps } from "../View";
import { FactsCard } from "./FactsCard";
import { assessmentOf, findingsOf, flowFacts } from "./FlowFacts";
import { FlowFindings } from "./FlowFindings";
import { FlowGraphs } from "./FlowGraphs";
import { FlowHeader } from "./FlowHeader";
import { Decimated, NotTraced } from "./NotTraced";
import { timeParts } from "./timeParts";
import { traceOf } from "./traceOf";
import { Transactions } from "./Transactions";
import "./FlowPage.css";

type Loaded =
  | { readonly state: "loading" | "none" }
  | { readonly state: "failed"; readonly reason: string }
  | { readonly state: "ready"; readonly table: Table };

/** All about one flow, on one page. */
export function FlowPage({ data, state, change }: ViewProps): JSX.Element {
  const id = state.flow ?? -1;
  const row = flowRow(data.flows, id);
  const loaded = useTrace(data, id);
  const trace = useMemo(() => (loaded.state === "ready" ? traceOf(loaded.table) : null), [loaded]);
  const back = (): void => change({ flow: null });
  if (row === undefined) {
    return (
      <EmptyState title={`Flow ${id} is not in this report`}>
        <p>It may belong to another capture, or the capture has more flows than a report lists.</p>
        <button type="button" className="button" onClick={back}>← All flows</button>
      </EmptyState>
    );
  }
  const facts = flowFacts(data.flows, row);
  const assessment = assessmentOf(data.document, id);
  const table = loaded.state === "ready" ? loaded.table : null;
  const parts = timeParts(assessment, table);
  const findings = findingsOf(data.document, id);
  const packets = facts.packets[0] + facts.packets[1];
  return (
    <article className="flow-page">
      <FlowHeader {...{ facts, assessment }} onBack={back} />
      <FactsCard facts={facts} />
      {parts !== null && (
        <div className="card flow-card">
          <TimeSpent
            title="Where the time went"
            note="Told from what both sides sent at the capture point"
            parts={parts}
          />
        </div>
      )}
      {trace === null && <FlowFindings findings={findings} trace={null} />}
      {loaded.state === "loading" && <p className="card flow-loading" role="status">Reading the packets…</p>}
      {loaded.state === "failed" && (
        <div className="card">
          <EmptyState title="The packets of this flow cannot be read">{loaded.reason}</EmptyState>
        </div>
      )}
      {loaded.state === "none" && <NotTraced document={data.document} facts={facts} />}
      {trace !== null && trace.rows < packets && (
        <Decimated document={data.document} facts={facts} points={trace.rows} packets={packets} />
      )}
      {trace !== null && trace.rows > 0 && (
        <FlowGraphs key={id} {...{ trace, facts, findings }} clock={captureClock(data.document, state)} />
      )}
      <Transactions data={data} flow={id} />
    </article>
  );
}

function useTrace(data: ViewProps["data"], flow: number): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ state: "loading" });
  useEffect(() => {
    let isCurrent = true;
    setLoaded({ state: data.traced.has(flow) ? "loading" : "none" });
    if (!data.traced.has(flow)) return undefined;
    data.trace(flow).then(
      (table) => { if (isCurrent) setLoaded({ state: "ready", table }); },
      (error: unknown) => { if (isCurrent) setLoaded({ state: "failed", reason: String(error) }); },
    );
    return () => { isCurrent = false; };
  }, [data, flow]);
  return loaded;
}
