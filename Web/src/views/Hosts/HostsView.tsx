import { useMemo } from "react";
import { BarList, type Bar } from "../../charts/BarList/BarList";
import { mostRows } from "../../charts/ChartFrame/ChartTable";
import type { Hardware, Host } from "../../data/AnalysisDocument";
import type { Dataset } from "../../data/Dataset";
import { exactQuantity, quantity } from "../../format/quantities";
import { visibleText } from "../../format/visibleText";
import { counted } from "../../format/words";
import { select, type Selection } from "../../state/Selection";
import { hostIds } from "../Traffic/hostIds";
import { largestFirst } from "../Traffic/largestFirst";
import { Tally } from "../Traffic/Tally";
import type { ViewProps } from "../View";
import "../Timeline/TimelineView.css";

/** Who talked, with whom and how much; each leads to its flows. */
export function HostsView({ data, state, change }: ViewProps): JSX.Element {
  const selection = select(data, state);
  const hosts = useMemo(() => hostBars(data, selection), [data, selection]);
  const pairs = useMemo(() => pairBars(data, selection), [data, selection]);
  const hardware = useMemo(() => largestFirst(data.document.talkers.hardware.map(hardwareBar)), [data]);
  const show = (query: string): void => change({ view: "flows", query });
  const bytes = {
    format: (value: number) => quantity(value, "bytes"),
    exact: (value: number) => exactQuantity(value, "bytes"),
    onChoose: show,
    most: 20,
  };
  const note = selection.isAll
    ? "Bytes of whole frames; choose one for its flows"
    : `Of the ${counted(selection.rows.length, "flow")} that are selected, whole flows; choose one for its flows`;
  return (
    <div className="timeline-view">
      <h2 className="unseen">Hosts</h2>
      <div className="card panel">
        <BarList
          title="Hosts"
          note={note}
          bars={hosts}
          sentLabel="Sent"
          receivedLabel="Received"
          {...bytes}
        />
      </div>
      <div className="card panel">
        <BarList
          title="Host pairs"
          note={note}
          bars={pairs}
          sentLabel="First to second"
          receivedLabel="Second to first"
          {...bytes}
        />
      </div>
      <div className="card panel">
        <BarList
          title="Hardware addresses"
          note="Of the whole capture"
          bars={hardware}
          sentLabel="Sent"
          receivedLabel="Received"
          {...bytes}
        />
      </div>
    </div>
  );
}

function hostBars(data: Dataset, selection: Selection): Bar[] {
  const known = new Map(data.document.talkers.hosts.map((host) => [host.address, host]));
  if (selection.isAll) {
    return largestFirst(data.document.talkers.hosts.map((host) =>
      hostBar(host.address, host, host.flows, host.bytes_sent, host.bytes_received)));
  }
  const ids = hostIds(data.flows);
  const tally = new Tally();
  const [sent, received] = [data.flows.integers("bytes_sent"), data.flows.integers("bytes_received")];
  for (const row of selection.rows) {
    const [client, server] = [ids.clients[row]!, ids.servers[row]!];
    if (client >= 0) tally.add(client, sent[row]!, received[row]!);
    if (server >= 0 && server !== client) tally.add(server, received[row]!, sent[row]!);
  }
  return tally.largest(mostRows).map((sum) => {
    const name = ids.names[sum.key]!;
    return hostBar(name, known.get(name), sum.flows, sum.sent, sum.received);
  });
}

function hostBar(
  address: string,
  host: Host | undefined,
  flows: number,
  sent: number,
  received: number,
): Bar {
  const about = [
    host?.vendor, host?.city, host?.country, host?.as_organization,
  ].filter((text): text is string => typeof text === "string").map(visibleText);
  return {
    key: address, label: address, detail: [counted(flows, "flow"), ...about].join(" · "),
    sent, received, query: `host = ${address}`,
  };
}

function pairBars(data: Dataset, selection: Selection): Bar[] {
  const bar = (a: string, b: string, flows: number, sent: number, received: number): Bar => ({
    key: `${a} ${b}`, label: `${a} ↔ ${b}`, detail: counted(flows, "flow"),
    sent, received, query: `host = ${a} host = ${b}`,
  });
  if (selection.isAll) {
    return largestFirst(data.document.talkers.pairs.map((pair) =>
      bar(pair.a, pair.b, pair.flows, pair.bytes_a_to_b, pair.bytes_b_to_a)));
  }
  const ids = hostIds(data.flows);
  const hosts = ids.names.length;
  const tally = new Tally();
  const [sent, received] = [data.flows.integers("bytes_sent"), data.flows.integers("bytes_received")];
  for (const row of selection.rows) {
    const [client, server] = [ids.clients[row]!, ids.servers[row]!];
    if (client < 0 || server < 0) continue;
    const isFirst = client <= server;
    const key = Math.min(client, server) * hosts + Math.max(client, server);
    tally.add(key, isFirst ? sent[row]! : received[row]!, isFirst ? received[row]! : sent[row]!);
  }
  return tally.largest(mostRows).map((sum) => {
    const [a, b] = [ids.names[Math.floor(sum.key / hosts)]!, ids.names[sum.key % hosts]!];
    // In the order of the document.
    return a <= b ? bar(a, b, sum.flows, sum.sent, sum.received) : bar(b, a, sum.flows, sum.received, sum.sent);
  });
}

/** A hardware address leads to the flows of the addresses behind it, where these are few. */
function hardwareBar(hardware: Hardware): Bar {
  const { addresses } = hardware;
  const detail = [hardware.vendor === null ? null : visibleText(hardware.vendor), addresses.slice(0, 3).join(", "),
    addresses.length > 3 ? `and ${addresses.length - 3} more` : null].filter(Boolean).join(" · ");
  return {
    key: hardware.hardware_address, label: hardware.hardware_address, detail,
    sent: hardware.bytes_sent, received: hardware.bytes_received,
    ...(addresses.length === 0 || addresses.length > 8 ? {}
      : { query: addresses.map((address) => `host = ${address}`).join(" or ") }),
  };
}
