import type { ComponentType } from "react";
import type { ViewName } from "../state/ViewState";
import { CaptureView } from "../views/Capture/CaptureView";
import type { ViewProps } from "../views/View";

interface ListedView {
  readonly name: ViewName;
  readonly title: string;
  /** The key that leads there after `g`. */
  readonly key: string;
  readonly View: ComponentType<ViewProps>;
}

/** The views of the report, in the order of its navigation. */
export const views: readonly [ListedView, ...ListedView[]] = [
  { name: "capture", title: "Capture", key: "c", View: CaptureView },
];
