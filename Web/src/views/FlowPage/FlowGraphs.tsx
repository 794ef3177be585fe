import { useMemo, useState } from "react";
import { InFlightGraph } from "../../charts/FlowGraphs/InFlightGraph";
import { RoundTripGraph } from "../../charts/FlowGraphs/RoundTripGraph";
import { ThroughputGraph } from "../../charts/FlowGraphs/ThroughputGraph";
import { Ladder } from "../../charts/Ladder/Ladder";
import { StateTrack } from "../../charts/StateTrack/StateTrack";
import { TimeLink } from "../../charts/TimePlot/TimeLink";
import { TimeSequence } from "../../charts/TimeSequence/TimeSequence";
import type { Side, Trace } from "../../charts/Trace/Trace";
import { endpoint } from "../../format/words";
import type { FlowFacts } from "./FlowFacts";

/** The graphs of one flow: all show the same time, point at the same moment, and select the same packet. */
export function FlowGraphs({ trace, facts, clock }: {
  readonly trace: Trace;
  readonly facts: FlowFacts;
  readonly clock: number | null;
}): JSX.Element {
  const link = useMemo(() => new TimeLink(extentOf(trace)), [trace]);
  // Most of what there is to see is on the side that sent more.
  const [side, setSide] = useState<Side>(facts.payload[0] > facts.payload[1] ? 0 : 1);
  const [selected, setSelected] = useState<number | null>(null);
  const select = (row: number): void => {
    setSelected(row);
    link.point(trace.time[row]!, true);
  };
  const shared = { trace, link, clock };
  const isTCP = facts.transport === "tcp";
  return (
    <>
      {isTCP && (
        <div className="card flow-card">
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
