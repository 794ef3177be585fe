import { useCallback, useEffect, useMemo, useState } from "react";
import { TimeContext } from "../components/Moment/TimeContext";
import { Toasts } from "../components/Toast/Toast";
import { startOf } from "../data/Instant";
import type { Dataset } from "../data/Dataset";
import { visibleText } from "../format/visibleText";
import { hashOf } from "../state/hash";
import { useViewState } from "../state/useViewState";
import { FlowPage } from "../views/FlowPage/FlowPage";
import { TimelineBar } from "../views/Timeline/TimelineBar";
import { HelpDialog } from "./HelpDialog";
import { Sidebar } from "./Sidebar";
import { Toolbar } from "./Toolbar";
import { useReportKeys } from "./useReportKeys";
import { ViewBoundary } from "./ViewBoundary";
import { views } from "./views";
import "./Report.css";

/** The whole page: navigation, filter and time window around one view. */
export function Report({ data }: { readonly data: Dataset }) {
  const [state, change] = useViewState();
  const [isHelping, setIsHelping] = useState(false);
  const openHelp = useCallback(() => setIsHelping(true), []);
  useReportKeys(state, change, openHelp);

  const start = startOf(data.document);
  const { time, zone } = state;
  const times = useMemo(() => ({ start, time, zone }), [start, time, zone]);
  const { View, title } = views.find((view) => view.name === state.view) ?? views[0];
  const isFlow = state.flow !== null;
  const name = fileName(data);
  const address = hashOf(state);
  useEffect(() => {
    document.title = `${title} – ${name} – Apus`;
  }, [title, name]);
  // A new view begins at its top.
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [state.view, state.flow]);

  return (
    <TimeContext.Provider value={times}>
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => {
          // The address holds the state of the page.
          event.preventDefault();
          document.getElementById("main")?.focus();
        }}
      >
        Skip to the content
      </a>
      <div className="report">
        <Sidebar data={data} state={state} name={name} onHelp={openHelp} />
        <div className="report-content">
          <Toolbar data={data} state={state} change={change} />
          {!isFlow && (
            <ViewBoundary title="The timeline" address={address}>
              <TimelineBar data={data} state={state} change={change} />
            </ViewBoundary>
          )}
          <main id="main" tabIndex={-1} key={isFlow ? "flow" : state.view}>
            <ViewBoundary title={isFlow ? "This flow" : title} address={address}>
              {isFlow ? (
                <FlowPage data={data} state={state} change={change} />
              ) : (
                <View data={data} state={state} change={change} />
              )}
            </ViewBoundary>
          </main>
        </div>
      </div>
      <Toasts />
      {isHelping && <HelpDialog onClose={() => setIsHelping(false)} />}
    </TimeContext.Provider>
  );
}

/** The captures' file names, without their folders. */
function fileName({ document }: Dataset): string {
  const [first, ...others] = document.captures;
  const name = visibleText(first?.name.split("/").pop() ?? "capture");
  return others.length > 0 ? `${name} and ${others.length} more` : name;
}
