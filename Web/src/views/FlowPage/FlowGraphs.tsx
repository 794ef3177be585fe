import { useMemo, useRef, useState } from "react";
import { InFlightGraph } from "../../charts/FlowGraphs/InFlightGraph";
import { RoundTripGraph } from "../../charts/FlowGraphs/RoundTripGraph";
import { ThroughputGraph } from "../../charts/FlowGraphs/ThroughputGraph";
import { Ladder } from "../../charts/Ladder/Ladder";
import { StateTrack } from "../../charts/StateTrack/StateTrack";
import { TimeLink } from "../../charts/TimePlot/TimeLink";
import { TimeSequence } from "../../charts/TimeSequence/TimeSequence";
import type { Side, Trace } from "../../charts/Trace/Trace";
import { endpoint } from "../../format/words";
import type { Finding } from "../../data/AnalysisDocument";
import type { FlowFacts } from "./FlowFacts";
import { FlowFindings } from "./FlowFindings";

/** The graphs of one flow: all show the same time, point at the same moment, and select the same packet. */
export function FlowGraphs({ trace, facts, findings, clock }: {
  readonly trace: Trace;
  readonly findings: readonly Finding[];
  readonly facts: FlowFacts;
  readonly clock: number | null;
}): JSX.Element {
  const link = useMemo(() => new TimeLink(extentOf(trace)), [trace]);
  // Most of what there is to see is on the side that sent more.
  const [side, setSide] = useState<Side>(facts.payload[0] > facts.payload[1] ? 0 : 1);
  const graph = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<number | null>(null);
  const select = (row: number): void => {
    setSelected(row);
    link.point(trace.time[row]!, true);
  };
  /** Selects a packet and brings its surroundings into view. */
  const show = (row: number): void => {
    const from = trace.from[row] === 0 ? 0 : 1;
    // A packet without data is told of by the graph of the other side's data.
    setSide(trace.length[row]! > 0 ? from : from === 0 ? 1 : 0);
    const half = Math.max((link.extent[1] - link.extent[0]) * 0.02, 1e6);
    link.show(trace.time[row]! - half, trace.time[row]! + half);
    select(row);
    graph.current?.scrollIntoView({ block: "start" });
  };
  const shared = { trace, link, clock };
  const isTCP = facts.transport === "tcp";
  return (
    <>
      <FlowFindings findings={findings} trace={trace} onRow={show} />
      {isTCP && (
        <div className="card flow-card" ref={graph}>
          <TimeSequence {...shared} side={side} onSide={setSide} onSelect={select} />
        </div>
      )}
      <div className="card flow-card"><ThroughputGraph {...shared} /></div>
      {isTCP && (
        <>
          <div className="card flow-card"><RoundTripGraph {...shared} /></div>
          <div className="card flow-card"><InFlightGraph {...shared} side={side} /></div>
          <div className="card flow-card"><StateTrack {...shared} onSelect={select} /></div>
        </>
      )}
      <div className="card flow-card">
        <Ladder
          {...shared}
          clientName={endpoint(facts.client, facts.clientPort)}
          serverName={endpoint(facts.server, facts.serverPort)}
          selected={selected}
          onSelect={select}
        />
      </div>
    </>
  );
}

/** From first to last packet, with a little air so that both are seen. */
function extentOf(trace: Trace): readonly [number, number] {
  const first = trace.time[0] ?? 0;
  const last = trace.time[trace.rows - 1] ?? first;
  const air = Math.max((last - first) * 0.01, 1000);
  return [first - air, last + air];
}
