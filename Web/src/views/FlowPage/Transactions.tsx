import { Figure } from "../../components/Figure/Figure";
import { Moment } from "../../components/Moment/Moment";
import { PacketText } from "../../components/PacketText/PacketText";
import type { Dataset } from "../../data/Dataset";
import type { Table } from "../../data/Table";

interface Transaction {
  readonly time: number;
  readonly protocol: string;
  readonly what: string;
  readonly result: string | null;
  readonly latency: number | null;
  readonly latencyName: string;
}

/** The most transactions that are listed here; the protocols' own views have all of them. */
const most = 200;

/** What the applications did over a flow: lookups, requests, handshakes. */
export function Transactions({ data, flow }: { readonly data: Dataset; readonly flow: number }): JSX.Element | null {
  const all = [...lookups(data.dns, flow), ...requests(data.http, flow), ...handshakes(data.tls, flow)]
    .sort((a, b) => a.time - b.time);
  if (all.length === 0) return null;
  return (
    <section className="card flow-transactions" aria-labelledby="flow-transactions">
      <h3 id="flow-transactions">Transactions</h3>
      <div
        className="flow-transactions-scroll"
        tabIndex={0}
        role="region"
        aria-label="Transactions of this flow"
      >
        <table>
          <thead>
            <tr><th scope="col">Time</th><th scope="col">Protocol</th><th scope="col">What</th><th scope="col">Result</th><th scope="col">Latency</th></tr>
          </thead>
          <tbody>
            {all.slice(0, most).map((one, index) => (
              <tr key={index}>
                <td><Moment nanoseconds={one.time} /></td>
                <td>{one.protocol}</td>
                <td><PacketText text={one.what} wraps /></td>
                <td><PacketText text={one.result} wraps /></td>
                <td>{one.latency === null ? <span className="soft">–</span> : <><Figure value={one.latency} unit="ns" /> <span className="soft">{one.latencyName}</span></>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all.length > most && <p className="chart-note">The first {most} of {all.length.toLocaleString("en-US")}.</p>}
    </section>
  );
}

function rowsOf(table: Table, flow: number): number[] {
  if (table.rows === 0) return [];
  const flows = table.integers("flow");
  const rows: number[] = [];
  for (let row = 0; row < table.rows; row++) if (flows[row] === flow) rows.push(row);
  return rows;
}

function optional(table: Table, name: string, row: number): number | null {
  const value = table.has(name) ? table.integers(name)[row]! : NaN;
  return Number.isNaN(value) ? null : value;
}

function text(table: Table, name: string, row: number): string | null {
  return table.has(name) ? table.texts(name).at(row) : null;
}

function lookups(table: Table, flow: number): Transaction[] {
  return rowsOf(table, flow).map((row) => ({
    time: table.integers("time_ns")[row]!, protocol: "DNS",
    what: [text(table, "type", row), text(table, "name", row)].filter(Boolean).join(" "),
    result: [
      text(table, "response_code", row),
      text(table, "answers", row),
    ].filter(Boolean).join(" ") || null,
    latency: optional(table, "total_time_ns", row), latencyName: "to the answer",
  }));
}

function requests(table: Table, flow: number): Transaction[] {
  return rowsOf(table, flow).map((row) => ({
    time: table.integers("time_ns")[row]!, protocol: "HTTP",
    what: [
      text(table, "method", row),
      `${text(table, "host", row) ?? ""}${text(table, "uri", row) ?? ""}`,
    ].filter(Boolean).join(" "),
    result: [
      optional(table, "status", row),
      text(table, "content_type", row),
    ].filter((part) => part !== null).join(" ") || null,
    latency: optional(table, "time_to_first_byte_ns", row), latencyName: "to the first byte",
  }));
}

function handshakes(table: Table, flow: number): Transaction[] {
  return rowsOf(table, flow).map((row) => ({
    time: table.integers("time_ns")[row]!, protocol: "TLS",
    what: ["handshake", text(table, "server_name", row)].filter(Boolean).join(" "),
    result: [
      text(table, "version", row),
      text(table, "cipher", row),
      text(table, "alert", row),
    ].filter(Boolean).join(", ") || null,
    latency: optional(table, "handshake_ns", row), latencyName: "handshake",
  }));
}
