import { useEffect, useMemo } from "react";
import { TimeLink, type Span } from "../../charts/TimePlot/TimeLink";
import type { Change, ViewState } from "../../state/ViewState";
import { addressWindow } from "./captureTime";

/** How long a pan or zoom rests before the rest of the page follows, milliseconds. */
const rest = 250;

/** Time shared by the graphs of a view, which is the window of the page: either moves the other. */
export function useWindowLink(extent: Span, state: ViewState, change: Change): TimeLink {
  const link = useMemo(() => new TimeLink(extent), [extent[0], extent[1]]);
  const { window: shown } = state;
  const [from, to] = shown ?? extent;
  useEffect(() => link.show(from, to), [link, from, to]);
  useEffect(() => {
    let timer: number | undefined;
    let { domain } = link;
    const end = link.subscribe(() => {
      if (link.domain === domain) return;
      domain = link.domain;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        const next = addressWindow(link.domain, extent);
        if (next?.[0] === shown?.[0] && next?.[1] === shown?.[1]) return;
        change({ window: next });
      }, rest);
    });
    return () => {
      end();
      window.clearTimeout(timer);
    };
  }, [link, shown, change]);
  return link;
}
