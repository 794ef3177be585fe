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

/** A step that "back" should undo; other changes are of how things are shown. */
function isStep(next: Partial<ViewState>): boolean {
  return "view" in next || "flow" in next || "window" in next || "query" in next;
}

export function useViewState(): [ViewState, Change] {
  const state = useSyncExternalStore(subscribe, snapshot);
  const change = useCallback((next: Partial<ViewState>) => {
    const before = snapshot();
    // An order of columns belongs to its table, an open flow to the view it was opened in.
    const leaves = next.view !== undefined && next.view !== before.view;
    const reset = leaves ? { sort: null, flow: null } : {};
    const hash = `#${hashOf({ ...before, ...reset, ...next })}`;
    if (hash === window.location.hash) return;
    if (isStep(next)) {
      window.location.hash = hash;
    } else {
      window.history.replaceState(null, "", hash);
      listeners.forEach((listener) => listener());
    }
  }, []);
  return [state, change];
}
