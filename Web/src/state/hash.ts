import { initialState, Sort, ViewName, viewNames, ViewState } from "./ViewState";

/** The state as the fragment of an address: `flows?q=port%20443&flow=23`. */
export function hashOf(state: ViewState): string {
  const parameters = new URLSearchParams();
  if (state.query) parameters.set("q", state.query);
  if (state.window) {
    parameters.set("from", String(state.window[0]));
    parameters.set("to", String(state.window[1]));
  }
  if (state.flow !== null) parameters.set("flow", String(state.flow));
  if (state.sort) parameters.set("sort", (state.sort.descending ? "-" : "") + state.sort.column);
  if (state.time !== initialState.time) parameters.set("time", state.time);
  if (state.zone !== initialState.zone) parameters.set("zone", state.zone);
  const query = parameters.toString();
  return query ? `${state.view}?${query}` : state.view;
}

/** The state of an address. What is malformed counts as absent: people edit addresses. */
export function stateOf(hash: string): ViewState {
  const [name = "", query = ""] = split(hash.replace(/^#/, ""));
  const parameters = new URLSearchParams(query);
  const from = integer(parameters.get("from"));
  const to = integer(parameters.get("to"));
  return {
    view: viewNames.includes(name as ViewName) ? (name as ViewName) : initialState.view,
    query: parameters.get("q") ?? "",
    window: from !== null && to !== null && from < to ? [from, to] : null,
    flow: integer(parameters.get("flow")),
    sort: sortOf(parameters.get("sort")),
    time: parameters.get("time") === "absolute" ? "absolute" : "relative",
    zone: parameters.get("zone") === "local" ? "local" : "utc",
  };
}

function split(text: string): [string, string] {
  const mark = text.indexOf("?");
  return mark < 0 ? [text, ""] : [text.slice(0, mark), text.slice(mark + 1)];
}

function integer(text: string | null): number | null {
  // As many digits as nanoseconds of centuries have.
  if (text === null || !/^\d{1,20}$/.test(text)) return null;
  return Number(text);
}

function sortOf(text: string | null): Sort | null {
  if (!text) return null;
  const descending = text.startsWith("-");
  return { column: descending ? text.slice(1) : text, descending };
}
