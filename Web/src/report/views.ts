import type { ComponentType } from "react";
import type { Dataset } from "../data/Dataset";
import type { Selection } from "../state/Selection";
import type { ViewName } from "../state/ViewState";
import { CaptureView } from "../views/Capture/CaptureView";
import { DNSView } from "../views/DNS/DNSView";
import { FindingsView } from "../views/Findings/FindingsView";
import { FlowsView } from "../views/Flows/FlowsView";
import { HTTPView } from "../views/HTTP/HTTPView";
import { HostsView } from "../views/Hosts/HostsView";
import { TimelineView } from "../views/Timeline/TimelineView";
import { TLSView } from "../views/TLS/TLSView";
import { TrafficView } from "../views/Traffic/TrafficView";
import type { ViewProps } from "../views/View";

interface ListedView {
  readonly name: ViewName;
  readonly title: string;
  /** The key that leads there after `g`. */
  readonly key: string;
  readonly View: ComponentType<ViewProps>;
  /** How much there is to see under filter and window. */
  readonly count?: (data: Dataset, selection: Selection) => number | undefined;
}

/** The views of the report, in the order of its navigation. */
export const views: readonly [ListedView, ...ListedView[]] = [
  {
    name: "findings",
    title: "Findings",
    key: "f",
    View: FindingsView,
    count: (data) => data.document.findings?.length,
  },
  { name: "timeline", title: "Timeline", key: "t", View: TimelineView },
  { name: "traffic", title: "Traffic", key: "r", View: TrafficView },
  { name: "hosts", title: "Hosts", key: "h", View: HostsView },
  { name: "flows", title: "Flows", key: "l", View: FlowsView, count: (_, { rows }) => rows.length },
  {
    name: "dns",
    title: "DNS",
    key: "d",
    View: DNSView,
    count: (data, selection) => selection.rowsOf(data.dns).length,
  },
  {
    name: "http",
    title: "HTTP",
    key: "w",
    View: HTTPView,
    count: (data, selection) => selection.rowsOf(data.http).length,
  },
  {
    name: "tls",
    title: "TLS",
    key: "s",
    View: TLSView,
    count: (data, selection) => selection.rowsOf(data.tls).length,
  },
  { name: "capture", title: "Capture", key: "c", View: CaptureView },
];
