import { useMemo } from "react";
import { Figure } from "../../components/Figure/Figure";
import { Summary, SummaryItem } from "../../components/Summary/Summary";
import type { Table } from "../../data/Table";
import { percentile, values } from "../percentile";

interface FlowSummaryProps {
  readonly flows: Table;
  /** The way to those in trouble alone. */
  readonly troubledAddress: string;
  readonly rows: Int32Array;
}

/** What the selected flows amount to. */
export function FlowSummary({ flows, rows, troubledAddress }: FlowSummaryProps) {
  const items = useMemo(() => itemsOf(flows, rows, troubledAddress), [flows, rows, troubledAddress]);
  return <Summary label="The selected flows" items={items} />;
}

function itemsOf(flows: Table, rows: Int32Array, troubledAddress: string): SummaryItem[] {
  const severity = flows.texts("severity");
  const ok = severity.values.indexOf("ok");
  let troubled = 0;
  for (const row of rows) if (severity.index[row] !== ok) troubled += 1;
  const roundTrips = values(flows.integers("round_trip_ns"), rows);
  return [
    { label: "Flows", value: <Figure value={rows.length} /> },
    {
      label: "With troubles",
      value:
        troubled > 0 && troubled < rows.length ? (
          <a href={troubledAddress} title="Show these alone">
            <Figure value={troubled} />
          </a>
        ) : (
          <Figure value={troubled} />
        ),
      detail: rows.length > 0 && <Figure value={troubled / rows.length} unit="ratio" />,
    },
    { label: "Packets", value: <Figure value={sum(flows, rows, "packets")} /> },
    { label: "Bytes", value: <Figure value={sum(flows, rows, "bytes")} unit="bytes" /> },
    {
      label: "Initial RTT, median",
      value: <Figure value={percentile(roundTrips, 0.5)} unit="ns" />,
      detail: (
        <>
          95 % <Figure value={percentile(roundTrips, 0.95)} unit="ns" />
        </>
      ),
    },
    { label: "Retransmissions", value: <Figure value={total(flows.integers("retransmissions"), rows)} /> },
  ];
}

function sum(flows: Table, rows: Int32Array, what: "packets" | "bytes"): number {
  return total(flows.integers(`${what}_sent`), rows) + total(flows.integers(`${what}_received`), rows);
}

function total(column: Float64Array, rows: Int32Array): number {
  let sum = 0;
  for (const row of rows) sum += column[row]! || 0;
  return sum;
}
