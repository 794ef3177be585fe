import type { Change, ViewState } from "../../state/ViewState";
import { Figure } from "../Figure/Figure";
import { Moment } from "../Moment/Moment";
import "./TimeWindow.css";

interface TimeWindowProps {
  readonly window: NonNullable<ViewState["window"]>;
  readonly change: Change;
}

/** The part of the capture that everything is limited to, and the way out of it. */
export function TimeWindow({ window, change }: TimeWindowProps) {
  const [from, to] = window;
  return (
    <p className="time-window">
      <span className="unseen">Limited to </span>
      <Moment nanoseconds={from} /> – <Moment nanoseconds={to} />
      <span className="soft">
        (<Figure value={to - from} unit="ns" />)
      </span>
      <button type="button" aria-label="Show the whole time" onClick={() => change({ window: null })}>
        ×
      </button>
    </p>
  );
}
