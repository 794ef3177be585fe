import { Badge } from "../../components/Badge/Badge";
import { Figure } from "../../components/Figure/Figure";
import { PacketText } from "../../components/PacketText/PacketText";
import { Sparkline } from "../../components/Sparkline/Sparkline";
import type { Column } from "../../components/Table/Column";
import { ranks } from "../../components/Table/ranks";
import type { Severity } from "../../data/AnalysisDocument";
import type { Table } from "../../data/Table";
import { endpoint, words } from "../../format/words";
import { severities } from "../../state/filter/fields";
import type { FlowLinkOf } from "../FlowLinkOf";
import { drawnColumn, figureColumn, momentColumn, numberColumn, textColumn } from "../columns";

/** The columns of the flows table. */
export function flowColumns(flows: Table, link: FlowLinkOf): Column[] {
  return [
    severityColumn(flows),
    drawnColumn(flows, { id: "reasons", title: "What was found", width: 150 }, (text) => (
      <PacketText text={text.split(",").map(words).join(", ")} />
    )),
    endpointColumn(flows, "client", "Client", (row, text) => link(flows.integers("id")[row]!, text)),
    endpointColumn(flows, "server", "Server", (_, text) => text),
    textColumn(
      flows,
      { id: "name", title: "Name", width: 156, help: "Server name of TLS, host of HTTP, or name asked for" },
    ),
    protocolColumn(flows),
    miniColumn(flows),
    momentColumn(flows, { id: "first_ns", title: "Start", width: 96 }),
    figureColumn(flows, { id: "duration_ns", title: "Duration", width: 78 }, "ns"),
    bothColumn(flows, "bytes", "Bytes", "bytes", 78),
    figureColumn(
      flows,
      { id: "round_trip_ns", title: "RTT", width: 76, help: "Round trip of the handshake" },
      "ns",
    ),
    figureColumn(flows, { id: "retransmissions", title: "Retrans.", width: 72, help: "Segments sent again" }),
    bothColumn(flows, "packets", "Packets", "count", 72),
    figureColumn(
      flows,
      { id: "goodput_bps", title: "Goodput", width: 96, isOptional: true, help: "Useful bits a second, of the faster side" },
      "bps",
    ),
    textColumn(
      flows,
      { id: "state", title: "State", width: 66, isOptional: true, help: "Zeek's state of the connection" },
    ),
    drawnColumn(flows, { id: "verdict", title: "Limited by", width: 120, isOptional: true }, (text) => (
      <PacketText text={words(text)} />
    )),
    textColumn(
      flows,
      { id: "history", title: "History", width: 110, isOptional: true, help: "Zeek's history of flags" },
      true,
    ),
    drawnColumn(flows, { id: "ending", title: "Ending", width: 110, isOptional: true }, (text) => (
      <PacketText text={words(text)} />
    )),
    figureColumn(flows, { id: "smallest_rtt_ns", title: "Smallest RTT", width: 96, isOptional: true }, "ns"),
    figureColumn(flows, { id: "reordered", title: "Reordered", width: 84, isOptional: true }),
    figureColumn(flows, { id: "duplicate_acks", title: "Dup. ACKs", width: 84, isOptional: true }),
    figureColumn(flows, { id: "zero_windows", title: "Zero windows", width: 100, isOptional: true }),
    figureColumn(flows, { id: "zero_window_ns", title: "Window closed", width: 106, isOptional: true }, "ns"),
    figureColumn(flows, { id: "bytes_sent", title: "Sent", width: 82, isOptional: true }, "bytes"),
    figureColumn(flows, { id: "bytes_received", title: "Received", width: 82, isOptional: true }, "bytes"),
    numberColumn(flows, { id: "first_frame", title: "First frame", width: 88, isOptional: true }),
    numberColumn(flows, { id: "last_frame", title: "Last frame", width: 88, isOptional: true }),
    numberColumn(
      flows,
      { id: "stream", title: "Stream", width: 70, isOptional: true, help: "Wireshark's number of the stream" },
    ),
    numberColumn(flows, { id: "id", title: "Flow", width: 70, isOptional: true }),
  ];
}

function severityColumn(flows: Table): Column {
  const shape = { id: "severity", title: "Severity", width: 104 };
  return {
    ...drawnColumn(flows, shape, (text) =>
      text === "ok" ? <span className="soft">OK</span> : <Badge severity={text as Severity} />,
    ),
    isNumber: false,
    // By how bad it is, worst first when ordered downwards.
    keys: computedOnce(flows.rows, () => {
      const { values, index } = flows.texts("severity");
      const rank = values.map((severity) => severities.indexOf(severity));
      const first = flows.integers("first_ns");
      // Worst first, and of those the earliest: times are far below 1e17 nanoseconds.
      return (row) => rank[index[row]!]! - first[row]! / 1e17;
    }),
  };
}

function endpointColumn(
  flows: Table,
  id: "client" | "server",
  title: string,
  wrap: (row: number, text: JSX.Element) => JSX.Element,
): Column {
  const address = () => flows.texts(id);
  const port = () => flows.integers(`${id}_port`);
  const text = (row: number) => endpoint(address().at(row) ?? "", port()[row]!);
  return {
    id,
    title,
    width: 158,
    keys: () => ranks(address()),
    cell: (row) => wrap(row, <PacketText text={text(row)} />),
    value: text,
  };
}

/** The application where it is known, else the transport. */
function protocolColumn(flows: Table): Column {
  const [service, transport] = [() => flows.texts("service"), () => flows.texts("transport")];
  return {
    id: "service",
    title: "Protocol",
    width: 84,
    keys: computedOnce(flows.rows, () => {
      const [known, other] = [ranks(service()), ranks(transport())];
      // Flows without application come behind those with one.
      return (row) => (Number.isNaN(known[row]!) ? 1e6 + other[row]! : known[row]!);
    }),
    cell: (row) => {
      const application = service().at(row);
      const below = transport().at(row) ?? "";
      return (
        <>
          {application && <PacketText text={`${application} `} />}
          <span className={application ? "soft" : undefined}>{below}</span>
        </>
      );
    },
    value: (row) => service().at(row) ?? transport().at(row),
  };
}

function miniColumn(flows: Table): Column {
  return {
    id: "mini",
    title: "Traffic",
    help: "Traffic over the life of the flow, heights logarithmic",
    width: 98,
    keys: () => flows.integers("duration_ns"),
    cell: (row) => {
      const { width, data } = flows.bytes("mini");
      return <Sparkline values={data.subarray(row * width, (row + 1) * width)} />;
    },
    value: (row) => {
      const { width, data } = flows.bytes("mini");
      return Array.from(data.subarray(row * width, (row + 1) * width)).join(" ");
    },
  };
}

function bothColumn(
  flows: Table,
  id: "packets" | "bytes",
  title: string,
  unit: "count" | "bytes",
  width: number,
): Column {
  const keys = computedOnce(flows.rows, () => {
    const [sent, received] = [flows.integers(`${id}_sent`), flows.integers(`${id}_received`)];
    return (row) => sent[row]! + received[row]!;
  });
  const sum = (row: number) => flows.integers(`${id}_sent`)[row]! + flows.integers(`${id}_received`)[row]!;
  const plain = figureColumn(flows, { id, title, width, help: "Of both sides" }, unit);
  return { ...plain, keys, value: sum, cell: (row) => <Figure value={sum(row)} unit={unit} /> };
}

/** Keys that no column has as they are, computed when first asked for. */
function computedOnce(rows: number, keyOf: () => (row: number) => number): () => Float64Array {
  let keys: Float64Array | null = null;
  return () => {
    if (keys) return keys;
    const key = keyOf();
    keys = new Float64Array(rows);
    for (let row = 0; row < rows; row++) keys[row] = key(row);
    return keys;
  };
}
