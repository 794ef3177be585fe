import { useCallback, useSyncExternalStore } from "react";
import { hashOf, stateOf } from "./hash";
import type { Change, ViewState } from "./ViewState";

let current: { hash: string; state: ViewState } | null = null;
const listeners = new Set<() => void>();

/** The state of the address. The same object as long as the address is the same. */
function snapshot(): ViewState {
  const hash = window.location.hash;
  if (current?.hash !== hash) current = { hash, state: stateOf(hash) };
  return current.state;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("hashchange", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("hashchange", listener);
  };
}

/** Whether "back" should undo the change; each letter of a filter is no step of its own. */
function isStep(before: ViewState, next: Partial<ViewState>): boolean {
  if ("view" in next || "flow" in next || "window" in next) return true;
  return next.query !== undefined && before.query === "";
}

/** A state and what follows from a change of it. */
export function changed(before: ViewState, next: Partial<ViewState>): ViewState {
  // An order of columns belongs to its table, an open flow to the view it was opened in.
  const leaves = next.view !== undefined && next.view !== before.view;
  return { ...before, ...(leaves ? { sort: null, flow: null } : {}), ...next };
}

export function useViewState(): [ViewState, Change] {
  const state = useSyncExternalStore(subscribe, snapshot);
  const change = useCallback((next: Partial<ViewState>) => {
    const before = snapshot();
    const hash = `#${hashOf(changed(before, next))}`;
    if (hash === window.location.hash) return;
    if (isStep(before, next)) {
      window.location.hash = hash;
    } else {
      window.history.replaceState(null, "", hash);
      listeners.forEach((listener) => listener());
    }
  }, []);
  return [state, change];
}
