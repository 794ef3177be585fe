import { FilterBar } from "../components/FilterBar/FilterBar";
import { TimeWindow } from "../components/TimeWindow/TimeWindow";
import { CopyButton } from "../components/CopyButton/CopyButton";
import { select } from "../state/Selection";
import type { ViewProps } from "../views/View";
import "./Toolbar.css";

/** Filter, time window, and how times are shown: what holds in every view. */
export function Toolbar({ data, state, change }: ViewProps) {
  const { error } = select(data, state);
  return (
    <div className="toolbar" role="search" aria-label="Filter and times">
      <FilterBar data={data} query={state.query} error={error} onChange={(query) => change({ query })} />
      {state.window && <TimeWindow window={state.window} change={change} />}
      <div className="toolbar-times no-print">
        <select
          className="button"
          aria-label="Times"
          title="How times are shown (t)"
          value={state.time === "relative" ? "relative" : state.zone}
          onChange={({ target: { value } }) =>
            change(
              value === "relative"
                ? { time: "relative" }
                : { time: "absolute", zone: value === "local" ? "local" : "utc" },
            )
          }
        >
          <option value="relative">Seconds since start</option>
          <option value="utc">Date and time, UTC</option>
          <option value="local">Date and time, local</option>
        </select>
        <CopyButton text={window.location.href} what="link to this view" />
      </div>
    </div>
  );
}
