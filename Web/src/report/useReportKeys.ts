import { useEffect } from "react";
import { isForPage } from "../state/characterKeys";
import type { Change, ViewState } from "../state/ViewState";
import { views } from "./views";

/** How long `g` waits for its letter, in milliseconds. */
const patience = 1500;

/** The keys that work everywhere; HelpDialog lists them. */
export function useReportKeys(state: ViewState, change: Change, openHelp: () => void): void {
  useEffect(() => {
    let goUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if (!isForPage(event)) return;
      if (event.defaultPrevented) return;
      const view = event.timeStamp < goUntil ? views.find(({ key }) => key === event.key) : undefined;
      goUntil = event.key === "g" ? event.timeStamp + patience : 0;
      if (view) change({ view: view.name, flow: null });
      else if (event.key === "/") focusFilter();
      else if (event.key === "?") openHelp();
      else if (event.key === "t") change({ time: state.time === "relative" ? "absolute" : "relative" });
      else if (event.key === "Escape") leave(state, change);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [state, change, openHelp]);
}

function focusFilter(): void {
  const filter = document.getElementById("filter");
  if (filter instanceof HTMLInputElement) {
    filter.focus();
    filter.select();
  }
}

/** One thing after the other: the open flow, the time window, the filter. */
function leave(state: ViewState, change: Change): void {
  if (state.flow !== null) change({ flow: null });
  else if (state.window) change({ window: null });
  else if (state.query) change({ query: "" });
}
