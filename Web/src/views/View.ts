import type { Dataset } from "../data/Dataset";
import type { Change, ViewState } from "../state/ViewState";

/** What every view is given. */
export interface ViewProps {
  readonly data: Dataset;
  readonly state: ViewState;
  readonly change: Change;
}
