import { Badge } from "../../components/Badge/Badge";
import type { Column } from "../../components/Table/Column";
import type { Instant, Severity } from "../../data/AnalysisDocument";
import type { Table } from "../../data/Table";
import { counted } from "../../format/words";

const day = 86_400;

/** A certificate that ends within so many days should be renewed now. */
const soon = 21;

export function secondsOf(instant: Instant): number {
  return Number(BigInt(instant) / 1_000_000_000n);
}

/** When certificates end, seen from the capture: the reader may open it years later. */
export function expiryColumn(table: Table, start: number): Column {
  const expiries = () => table.integers("not_after_s");
  return {
    id: "not_after_s",
    title: "Certificate",
    help: "How long it was still valid at the time of the capture",
    width: 180,
    keys: expiries,
    cell: (row) => {
      const expiry = expiries()[row]!;
      if (Number.isNaN(expiry)) return <span className="soft">–</span>;
      const { severity, text } = validity(expiry, start);
      const date = `Valid until ${dateOf(expiry)}`;
      return <span title={date}>{severity === "ok" ? text : <Badge severity={severity} label={text} />}</span>;
    },
    value: (row) => (Number.isNaN(expiries()[row]!) ? null : dateOf(expiries()[row]!)),
  };
}

function dateOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? `${seconds} s after 1970` : date.toISOString().slice(0, 10);
}

/** How it stands with a certificate that ends at `expiry`. */
export function validity(expiry: number, now: number): { severity: Severity; text: string } {
  const days = Math.floor((expiry - now) / day);
  if (expiry < now) return { severity: "critical", text: `expired ${counted(-days, "day")} ago` };
  return { severity: days < soon ? "warning" : "ok", text: `${counted(days, "day")} left` };
}
