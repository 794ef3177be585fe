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

/** Every request, with its status and delays. */
export function HTTPView(props: ViewProps) {
  const { http: table, document } = props.data;
  const summaryOf = (rows: Int32Array, isAll: boolean): SummaryItem[] => {
    const whole = isAll ? document.applications?.http : undefined;
    const statuses = table.integers("status");
    const ofClass = (first: number) =>
      whole
        ? whole.statuses[`${first}xx`] ?? 0
        : rows.reduce((sum, row) => sum + (Math.floor(statuses[row]! / 100) === first ? 1 : 0), 0);
    const unanswered =
      whole?.unanswered ?? rows.reduce((sum, row) => sum + (Number.isNaN(statuses[row]!) ? 1 : 0), 0);
    return [
      { label: "Requests", value: <Figure value={whole?.requests ?? rows.length} /> },
      {
        label: "Unanswered",
        value: <Figure value={unanswered} />,
        tone: unanswered > 0 ? "warning" : undefined,
      },
      { label: "Client errors (4xx)", value: <Figure value={ofClass(4)} /> },
      {
        label: "Server errors (5xx)",
        value: <Figure value={ofClass(5)} />,
        tone: ofClass(5) > 0 ? "critical" : undefined,
      },
      ...(whole
        ? delaysOf("First byte", whole.time_to_first_byte)
        : selectedDelays("First byte", table.integers("time_to_first_byte_ns"), rows)),
    ];
  };
  return (
    <Transactions
      {...props}
      protocol="HTTP"
      name="requests"
      one="request"
      table={table}
      columnsOf={columnsOf}
      summaryOf={summaryOf}
    />
  );
}

function columnsOf(table: Table, link: FlowLinkOf): Column[] {
  return [
    momentColumn(table, { id: "time_ns", title: "Time", width: 112 }),
    textColumn(table, { id: "method", title: "Method", width: 76 }),
    textColumn(table, { id: "host", title: "Host", width: 180 }),
    drawnColumn(table, { id: "uri", title: "Target", width: 260 }, (text, row) =>
      link(table.integers("flow")[row]!, <PacketText text={text} />),
    ),
    statusColumn(table),
    figureColumn(
      table,
      { id: "time_to_first_byte_ns", title: "First byte", width: 88, help: "Request to the first byte of the response" },
      "ns",
    ),
    figureColumn(
      table,
      { id: "total_time_ns", title: "Total time", width: 88, help: "Request to the last byte of the response" },
      "ns",
    ),
    figureColumn(table, { id: "response_bytes", title: "Response", width: 84 }, "bytes"),
    textColumn(table, { id: "content_type", title: "Type", width: 140 }),
    textColumn(table, { id: "client", title: "Client", width: 130 }),
    textColumn(table, { id: "server", title: "Server", width: 130 }),
    textColumn(table, { id: "version", title: "Version", width: 76, isOptional: true }),
    figureColumn(table, { id: "request_bytes", title: "Request", width: 84, isOptional: true }, "bytes"),
    numberColumn(table, { id: "request_frame", title: "Request frame", width: 108, isOptional: true }),
    numberColumn(table, { id: "response_frame", title: "Response frame", width: 116, isOptional: true }),
    numberColumn(table, { id: "flow", title: "Flow", width: 70, isOptional: true }),
  ];
}

function statusColumn(table: Table): Column {
  return {
    ...numberColumn(table, { id: "status", title: "Status", width: 90 }),
    isNumber: false,
    cell: (row) => {
      const status = table.integers("status")[row]!;
      if (Number.isNaN(status)) return <Badge severity="warning" label="none" />;
      if (status < 400) return String(status);
      return <Badge severity={status >= 500 ? "critical" : "notice"} label={String(status)} />;
    },
  };
}
