import { useCallback } from "react";
import { Badge } from "../../components/Badge/Badge";
import { Figure } from "../../components/Figure/Figure";
import { PacketText } from "../../components/PacketText/PacketText";
import type { SummaryItem } from "../../components/Summary/Summary";
import type { Column } from "../../components/Table/Column";
import { startOf } from "../../data/Instant";
import type { Table } from "../../data/Table";
import { drawnColumn, figureColumn, momentColumn, numberColumn, textColumn } from "../columns";
import { delaysOf, selectedDelays } from "../DelaySummary";
import type { FlowLinkOf } from "../FlowLinkOf";
import { Transactions } from "../Transactions";
import type { ViewProps } from "../View";
import { expiryColumn, secondsOf } from "./expiry";

/** Every handshake, with what was agreed on and the certificate that was shown. */
export function TLSView(props: ViewProps) {
  const { tls: table, document } = props.data;
  const start = secondsOf(startOf(document));
  const summaryOf = (rows: Int32Array, isAll: boolean): SummaryItem[] => {
    // The totals of TLS leave out QUIC, whose handshakes are in the table.
    const hasQUIC = Number(document.applications?.quic?.["connections"] ?? 0) > 0;
    const whole = isAll && !hasQUIC ? document.applications?.tls : undefined;
    const sum = (name: string) => rows.reduce((sum, row) => sum + (table.integers(name)[row]! || 0), 0);
    const alerts = table.texts("alert");
    const expiries = table.integers("not_after_s");
    const connections = whole?.connections ?? rows.length;
    const established = whole?.established ?? sum("established");
    const alerted = whole?.alerted ?? rows.reduce((sum, row) => sum + (alerts.at(row) === null ? 0 : 1), 0);
    const expired = rows.reduce((sum, row) => sum + (expiries[row]! < start ? 1 : 0), 0);
    return [
      { label: "Handshakes", value: <Figure value={connections} /> },
      {
        label: "Established",
        value: <Figure value={established} />,
        detail: connections > 0 && <Figure value={established / connections} unit="ratio" />,
      },
      { label: "Resumed", value: <Figure value={whole?.resumed ?? sum("resumed")} /> },
      { label: "With alerts", value: <Figure value={alerted} />, tone: alerted > 0 ? "warning" : undefined },
      {
        label: "Expired certificates",
        value: <Figure value={expired} />,
        tone: expired > 0 ? "critical" : undefined,
      },
      ...(whole
        ? delaysOf("Handshake", whole.handshake_time)
        : selectedDelays("Handshake", table.integers("handshake_ns"), rows)),
    ];
  };
  const withStart = useCallback((data: Table, link: FlowLinkOf) => columnsOf(data, link, start), [start]);
  return (
    <Transactions
      {...props}
      protocol="TLS"
      name="handshakes"
      one="handshake"
      table={table}
      columnsOf={withStart}
      summaryOf={summaryOf}
    />
  );
}

function columnsOf(table: Table, link: FlowLinkOf, start: number): Column[] {
  return [
    momentColumn(table, { id: "time_ns", title: "Time", width: 112 }),
    drawnColumn(table, { id: "server_name", title: "Server name", width: 220 }, (text, row) =>
      link(table.integers("flow")[row]!, <PacketText text={text} />),
    ),
    textColumn(table, { id: "version", title: "Version", width: 84 }),
    textColumn(table, { id: "cipher", title: "Cipher suite", width: 210 }),
    textColumn(table, { id: "alpn", title: "ALPN", width: 80 }),
    figureColumn(table, { id: "handshake_ns", title: "Handshake", width: 92 }, "ns"),
    outcomeColumn(table),
    expiryColumn(table, start),
    textColumn(table, { id: "subject", title: "Subject", width: 180 }),
    textColumn(table, { id: "issuer", title: "Issuer", width: 180 }),
    textColumn(table, { id: "client", title: "Client", width: 130 }),
    textColumn(table, { id: "server", title: "Server", width: 130 }),
    textColumn(table, { id: "ja4", title: "JA4", width: 260, isOptional: true }, true),
    textColumn(table, { id: "ja3", title: "JA3", width: 250, isOptional: true }, true),
    numberColumn(table, { id: "first_frame", title: "First frame", width: 90, isOptional: true }),
    numberColumn(table, { id: "flow", title: "Flow", width: 70, isOptional: true }),
  ];
}

function outcomeColumn(table: Table): Column {
  const shape = { id: "alert", title: "Outcome", width: 150 };
  return {
    ...textColumn(table, shape),
    cell: (row) => {
      const alert = table.texts("alert").at(row);
      if (alert !== null) return <Badge severity="warning" label={alert.replaceAll("_", " ")} />;
      if (table.integers("established")[row] !== 1) return <Badge severity="notice" label="unfinished" />;
      return table.integers("resumed")[row] === 1 ? "resumed" : "established";
    },
  };
}
