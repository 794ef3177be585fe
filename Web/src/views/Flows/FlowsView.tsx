import { useMemo } from "react";
import { EmptyState } from "../../components/EmptyState/EmptyState";
import { Table } from "../../components/Table/Table";
import { counted } from "../../format/words";
import { hashOf } from "../../state/hash";
import { select } from "../../state/Selection";
import { useFlowLink } from "../useFlowLink";
import type { ViewProps } from "../View";
import { flowColumns } from "./flowColumns";
import { FlowSummary } from "./FlowSummary";

const inTrouble = "severity >= notice";
const usualSort = { column: "severity", descending: true };

/** Every flow, as a table. */
export function FlowsView({ data, state, change }: ViewProps) {
  const { flows } = data;
  const link = useFlowLink(state);
  const columns = useMemo(() => flowColumns(flows, link), [flows, link]);
  const selection = select(data, state);
  const unlisted = Number(flows.constants["unlisted"] ?? 0);
  return (
    <>
      <div className="view-header">
        <h2>Flows</h2>
        {unlisted > 0 && (
          <p className="soft">
            {counted(unlisted, "flow")} more did not fit into this report; all are counted elsewhere.{" "}
            <code>apus analyze --flows json</code> writes every one.
          </p>
        )}
      </div>
      <FlowSummary
        flows={flows}
        rows={selection.rows}
        troubledAddress={`#${hashOf({ ...state, query: state.query ? `(${state.query}) and ${inTrouble}` : inTrouble })}`}
      />
      <Table
        name="flows"
        one="flow"
        columns={columns}
        rows={selection.rows}
        total={flows.rows}
        sort={state.sort}
        usualSort={usualSort}
        onSort={(sort) => change({ sort })}
        onOpen={(row) => change({ flow: flows.integers("id")[row]! })}
        empty={
          flows.rows === 0 ? (
            <EmptyState title="This capture has no flows">No packet of it has an address to go by.</EmptyState>
          ) : (
            <EmptyState title="No flow passes the filter">
              <button type="button" className="button" onClick={() => change({ query: "", window: null })}>
                Show all {counted(flows.rows, "flow")}
              </button>
            </EmptyState>
          )
        }
      />
    </>
  );
}
