import { Badge } from "../../components/Badge/Badge";
import { Figure } from "../../components/Figure/Figure";
import { PacketText } from "../../components/PacketText/PacketText";
import type { SummaryItem } from "../../components/Summary/Summary";
import type { Column } from "../../components/Table/Column";
import type { Table } from "../../data/Table";
import { drawnColumn, figureColumn, momentColumn, numberColumn, textColumn } from "../columns";
import { delaysOf, selectedDelays } from "../DelaySummary";
import type { FlowLinkOf } from "../FlowLinkOf";
import { Transactions } from "../Transactions";
import type { ViewProps } from "../View";

/** Every question for a name, with its answer and delay. */
export function DNSView(props: ViewProps) {
  const { dns: table, document } = props.data;
  const summaryOf = (rows: Int32Array, isAll: boolean): SummaryItem[] => {
    const whole = isAll ? document.applications?.dns : undefined;
    const codes = table.texts("response_code");
    // Questions to everybody on the link need no answer: as in the analysis, they count apart.
    const asked = rows.filter((row) => !isMulticast(table, row));
    const count = (test: (code: string | null) => boolean) =>
      asked.reduce((sum, row) => sum + (test(codes.at(row)) ? 1 : 0), 0);
    const queries = whole?.queries ?? asked.length;
    const multicast = whole?.multicast ?? rows.length - asked.length;
    const unanswered = whole?.unanswered ?? count((code) => code === null);
    const code = (name: string) =>
      whole
        ? whole.response_codes.find((code) => code.name === name)?.count ?? 0
        : count((code) => code === name);
    return [
      {
        label: "Queries",
        value: <Figure value={queries} />,
        detail: multicast > 0 && (
          <>
            and <Figure value={multicast} /> by multicast
          </>
        ),
      },
      {
        label: "Unanswered",
        value: <Figure value={unanswered} />,
        detail: queries > 0 && <Figure value={unanswered / queries} unit="ratio" />,
        tone: unanswered > 0 ? "warning" : undefined,
      },
      { label: "No such name", value: <Figure value={code("NXDOMAIN")} /> },
      {
        label: "Server failures",
        value: <Figure value={code("SERVFAIL")} />,
        tone: code("SERVFAIL") > 0 ? "critical" : undefined,
      },
      ...(whole
        ? delaysOf("Total time", whole.total_time)
        : selectedDelays("Total time", table.integers("total_time_ns"), rows)),
    ];
  };
  return (
    <Transactions
      {...props}
      protocol="DNS"
      name="queries"
      one="query"
      table={table}
      columnsOf={columnsOf}
      summaryOf={summaryOf}
    />
  );
}

function columnsOf(table: Table, link: FlowLinkOf): Column[] {
  return [
    momentColumn(table, { id: "time_ns", title: "Time", width: 112 }),
    drawnColumn(table, { id: "name", title: "Name", width: 260 }, (text, row) =>
      link(table.integers("flow")[row]!, <PacketText text={text} />),
    ),
    textColumn(table, { id: "type", title: "Type", width: 70 }),
    responseColumn(table),
    figureColumn(
      table,
      { id: "response_time_ns", title: "Response time", width: 124, help: "Of the answered try" },
      "ns",
    ),
    figureColumn(
      table,
      { id: "total_time_ns", title: "Total time", width: 88, help: "From the first try to the answer" },
      "ns",
    ),
    figureColumn(table, { id: "tries", title: "Tries", width: 62 }),
    textColumn(table, { id: "client", title: "Client", width: 140 }),
    textColumn(table, { id: "server", title: "Server", width: 140 }),
    textColumn(table, { id: "answers", title: "Answers", width: 240 }),
    numberColumn(table, { id: "query_frame", title: "Query frame", width: 96, isOptional: true }),
    numberColumn(table, { id: "response_frame", title: "Response frame", width: 116, isOptional: true }),
    numberColumn(table, { id: "flow", title: "Flow", width: 70, isOptional: true }),
  ];
}

function responseColumn(table: Table): Column {
  const shape = { id: "response_code", title: "Response", width: 128 };
  return {
    ...textColumn(table, shape),
    cell: (row) => {
      const code = table.texts("response_code").at(row);
      if (code === null && isMulticast(table, row)) return <span className="soft">none</span>;
      if (code === null) return <Badge severity="warning" label="none" />;
      if (code === "NOERROR") return "NOERROR";
      return <Badge severity={code === "NXDOMAIN" ? "notice" : "warning"} label={code} />;
    },
  };
}

/** Multicast DNS and LLMNR (RFC 6762, RFC 4795): asked of everybody, or told to everybody. */
function isMulticast(table: Table, row: number): boolean {
  return [table.texts("server"), table.texts("client")].some((side) =>
    /^(22[4-9]|23\d)\.|^ff/i.test(side.at(row) ?? ""),
  );
}
