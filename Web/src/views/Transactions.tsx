import { useMemo } from "react";
import { EmptyState } from "../components/EmptyState/EmptyState";
import { Summary, SummaryItem } from "../components/Summary/Summary";
import type { Column } from "../components/Table/Column";
import { Table } from "../components/Table/Table";
import type { Table as DataTable } from "../data/Table";
import { counted } from "../format/words";
import { select } from "../state/Selection";
import type { FlowLinkOf } from "./FlowLinkOf";
import { NotRead } from "./NotRead";
import { useFlowLink } from "./useFlowLink";
import type { ViewProps } from "./View";

interface TransactionsProps extends ViewProps {
  readonly protocol: string;
  /** What the rows are, in the plural. */
  readonly name: string;
  /** What one of them is. */
  readonly one: string;
  readonly table: DataTable;
  readonly columnsOf: (table: DataTable, link: FlowLinkOf) => Column[];
  /** The figures above the table; without filter those of the analysis, so that both agree. */
  readonly summaryOf: (rows: Int32Array, isAll: boolean) => SummaryItem[];
}

const usualSort = { column: "time_ns", descending: false };

/** A view of what one application did: figures, and a table of every transaction. */
export function Transactions(props: TransactionsProps) {
  const { data, state, change, protocol, name, one, table, columnsOf, summaryOf } = props;
  const link = useFlowLink(state);
  const columns = useMemo(() => columnsOf(table, link), [columnsOf, table, link]);
  const selection = select(data, state);
  const rows = useMemo(() => selection.rowsOf(table), [selection, table]);
  const unlisted = Number(table.constants["unlisted"] ?? 0);
  return (
    <>
      <div className="view-header">
        <h2>{protocol}</h2>
        {unlisted > 0 && (
          <p className="soft">{counted(unlisted, "row")} more did not fit into this report; the figures count them.</p>
        )}
      </div>
      {table.rows === 0 ? (
        <NotRead data={data} protocol={protocol} />
      ) : (
        <>
          <Summary label={`${protocol} in figures`} items={summaryOf(rows, selection.isAll)} />
          <Table
            name={name}
            one={one}
            columns={columns}
            rows={rows}
            total={table.rows}
            sort={state.sort}
            usualSort={usualSort}
            onSort={(sort) => change({ sort })}
            onOpen={(row) => change({ view: "flows", flow: table.integers("flow")[row]! })}
            empty={
              <EmptyState title={`No ${protocol} in the selected flows and time`}>
                <button type="button" className="button" onClick={() => change({ query: "", window: null })}>
                  Show all {counted(table.rows, one, name)}
                </button>
              </EmptyState>
            }
          />
        </>
      )}
    </>
  );
}
