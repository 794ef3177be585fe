import { useMemo } from "react";
import { BarList, type Bar } from "../../charts/BarList/BarList";
import { mostRows } from "../../charts/ChartFrame/ChartTable";
import { Heatmap, type HeatmapLine } from "../../charts/Heatmap/Heatmap";
import { Hierarchy } from "../../charts/Hierarchy/Hierarchy";
import type { AnalysisDocument } from "../../data/AnalysisDocument";
import type { Dataset } from "../../data/Dataset";
import type { Table } from "../../data/Table";
import { exactQuantity, quantity } from "../../format/quantities";
import { counted, endpoint } from "../../format/words";
import { select, type Selection } from "../../state/Selection";
import { addressWindow, captureClock, captureExtent } from "../Timeline/captureTime";
import { seriesStart } from "../Timeline/series";
import type { ViewProps } from "../View";
import { hostIds } from "./hostIds";
import { largestFirst } from "./largestFirst";
import { usualService } from "./names";
import { Tally } from "./Tally";
import "../Timeline/TimelineView.css";

/** What the traffic consists of: protocols, ports, services, and where it was lost. */
export function TrafficView({ data, state, change }: ViewProps): JSX.Element {
  const { document } = data;
  const selection = select(data, state);
  const extent = useMemo(() => captureExtent(document), [document]);
  const ports = useMemo(() => portBars(data, selection), [data, selection]);
  const services = useMemo(() => serviceBars(data, selection), [data, selection]);
  const lines = useMemo(() => heatmapLines(document), [document]);
  const show = (query: string): void => change({ view: "flows", query });
  const bytes = {
    format: (value: number) => quantity(value, "bytes"),
    exact: (value: number) => exactQuantity(value, "bytes"),
  };
  const note = selection.isAll
    ? "Bytes of whole frames; choose one for its flows"
    : `Of the ${counted(selection.rows.length, "flow")} that are selected, whole flows; choose one for its flows`;
  return (
    <div className="timeline-view">
      <h2 className="unseen">Traffic</h2>
      <div className="card panel panel-wide">
        <Heatmap
          title="Retransmissions by host pair and time"
          note="Choose a cell to see that time only"
          lines={lines}
          start={seriesStart(document)}
          binWidth={document.series.width_ns}
          domain={state.window ?? extent}
          clock={captureClock(document, state)}
          unitName="retransmissions"
          empty="Nothing was sent again in this capture."
          onChoose={(key) => {
            const [a, b] = key.split(" ");
            show(`host = ${a} host = ${b}`);
          }}
          onWindow={(window) => change({ window: addressWindow(window, extent) })}
        />
      </div>
      <div className="card panel panel-wide">
        <Hierarchy title="Protocols" rows={document.protocols} {...bytes} />
        {!selection.isAll && <p className="chart-note">Of the whole capture: protocols are not counted by flow.</p>}
      </div>
      <div className="card panel">
        <BarList
          title="Services"
          note={note}
          bars={services}
          sentLabel="Sent by the service"
          receivedLabel="Sent to it"
          {...bytes}
          onChoose={show}
        />
      </div>
      <div className="card panel">
        <BarList
          title="Ports"
          note={note}
          bars={ports}
          sentLabel="From the port"
          receivedLabel="To the port"
          {...bytes}
          onChoose={show}
        />
      </div>
    </div>
  );
}

function portBars(data: Dataset, selection: Selection): Bar[] {
  const bar = (transport: string, port: number, flows: number, sent: number, received: number): Bar => ({
    key: `${transport}/${port}`,
    label: `${transport} ${port}`,
    detail: [usualService(port), counted(flows, "flow")].filter(Boolean).join(" · "),
    sent, received, query: `transport = ${transport} server_port = ${port}`,
  });
  if (selection.isAll) {
    return largestFirst(data.document.talkers.ports.map((port) =>
      bar(port.transport, port.port, port.flows, port.bytes_sent, port.bytes_received)));
  }
  const tally = new Tally();
  const { transports } = eachWithPort(data.flows, selection.rows, (_, transport, port, sent, received) =>
    tally.add(port * 256 + transport, received, sent));
  return tally.largest(mostRows).map((sum) =>
    bar(transports[sum.key % 256]!, Math.floor(sum.key / 256), sum.flows, sum.sent, sum.received));
}

function serviceBars(data: Dataset, selection: Selection): Bar[] {
  const bar = (
    address: string,
    transport: string,
    port: number,
    flows: number,
    sent: number,
    received: number,
  ): Bar => ({
    key: `${transport}/${address}/${port}`,
    label: endpoint(address, port),
    detail: [transport, usualService(port), counted(flows, "flow")].filter(Boolean).join(" · "),
    sent, received, query: `server = ${address} server_port = ${port} transport = ${transport}`,
  });
  if (selection.isAll) {
    return largestFirst(data.document.talkers.services.map((service) =>
      bar(
        service.address,
        service.transport,
        service.port,
        service.flows,
        service.bytes_sent,
        service.bytes_received,
      )));
  }
  const tally = new Tally();
  const ids = hostIds(data.flows);
  const perHost = 65_536 * 256;
  const { transports } = eachWithPort(data.flows, selection.rows, (row, transport, port, sent, received) =>
    tally.add(ids.servers[row]! * perHost + port * 256 + transport, received, sent));
  return tally.largest(mostRows).map((sum) => bar(
    ids.names[Math.floor(sum.key / perHost)] ?? "",
    transports[sum.key % 256]!,
    Math.floor((sum.key % perHost) / 256),
    sum.flows,
    sum.sent,
    sum.received,
  ));
}

/** Visits the flows that have ports, with the number of their transport and what each side sent. */
function eachWithPort(
  flows: Table,
  rows: Int32Array,
  visit: (row: number, transport: number, port: number, sent: number, received: number) => void,
): { readonly transports: readonly string[] } {
  const column = flows.texts("transport");
  const wanted = column.values.map(hasPorts);
  const ports = flows.integers("server_port");
  const [sent, received] = [flows.integers("bytes_sent"), flows.integers("bytes_received")];
  for (const row of rows) {
    const transport = column.index[row]!;
    const port = ports[row]!;
    if (wanted[transport] !== true || Number.isNaN(port)) continue;
    visit(row, transport, port, sent[row]!, received[row]!);
  }
  return { transports: column.values };
}

function hasPorts(transport: string): boolean {
  return transport === "tcp" || transport === "udp" || transport === "sctp";
}

function heatmapLines(document: AnalysisDocument): HeatmapLine[] {
  return document.series.heatmap.rows.map((row) => ({
    key: `${row.a} ${row.b}`, label: `${row.a} ↔ ${row.b}`, total: row.retransmissions, counts: row.counts,
  }));
}
