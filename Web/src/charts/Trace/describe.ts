import { exactMoment, exactValue } from "../Axis/exact";
import type { Inspection } from "../TimePlot/Layer";
import { kindStyle } from "./kinds";
import { flagNames, sackBlocks, sequenceSpan, type Trace } from "./Trace";

/** What a class is called; "" for ordinary packets. */
export function kindLabel(trace: Trace, row: number): string {
  const kind = trace.kind[row]!;
  return kind === 0 ? "" : kindStyle(trace.kinds[kind] ?? "", trace.length[row]! > 0).label;
}

/** All that a graph tells of one packet, with exact values. */
export function describePacket(
  trace: Trace,
  row: number,
  clock: number | null,
  value: number | null,
): Inspection {
  const rows: (readonly [string, string])[] = [["Time", exactMoment(trace.time[row]!, clock)]];
  const flags = flagNames(trace.flags[row]!);
  const label = kindLabel(trace, row);
  const seq = trace.seq[row]!;
  const length = trace.length[row]!;
  if (label !== "") rows.push(["Class", label]);
  rows.push(["From", trace.from[row] === 0 ? "client" : "server"]);
  if (flags !== "") rows.push(["Flags", flags]);
  if (!Number.isNaN(seq)) {
    const end = seq + sequenceSpan(length, trace.flags[row]!);
    rows.push(["Seq", end > seq ? `${whole(seq)} – ${whole(end)}` : whole(seq)]);
  }
  rows.push(["Length", exactValue(length, "bytes")]);
  if (!Number.isNaN(trace.ack[row]!)) rows.push(["ACK", whole(trace.ack[row]!)]);
  if (!Number.isNaN(trace.window[row]!)) rows.push(["Window", exactValue(trace.window[row]!, "bytes")]);
  const sack = trace.sack.at(row);
  if (sack !== null) rows.push(["SACK", sackText(sack)]);
  if (!Number.isNaN(trace.roundTrip[row]!)) rows.push([
    "Round trip",
    exactValue(trace.roundTrip[row]!, "ns"),
  ]);
  const states = [trace.clientState.at(row), trace.serverState.at(row)];
  if (states[0]) rows.push(["Client is now", stateName(states[0])]);
  if (states[1]) rows.push(["Server is now", stateName(states[1])]);
  return { time: trace.time[row]!, value, title: `Frame ${whole(trace.frame[row]!)}`, rows };
}

/** A TCP state as RFC 9293 writes it: "FIN-WAIT-1". */
export function stateName(state: string): string {
  return state.toUpperCase().replace(/_/g, "-");
}

function sackText(sack: string): string {
  return sackBlocks(sack).map(([left, right]) => `${whole(left)} – ${whole(right)}`).join("; ");
}

function whole(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: 0 });
}
