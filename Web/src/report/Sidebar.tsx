import { Badge } from "../components/Badge/Badge";
import { Figure } from "../components/Figure/Figure";
import { Destination, Navigation } from "../components/Navigation/Navigation";
import { ThemeSwitch } from "../components/ThemeSwitch/ThemeSwitch";
import type { Dataset } from "../data/Dataset";
import { absoluteTime } from "../format/times";
import { startOf } from "../data/Instant";
import { hashOf } from "../state/hash";
import { select } from "../state/Selection";
import { changed } from "../state/useViewState";
import type { ViewState } from "../state/ViewState";
import { views } from "./views";
import "./Sidebar.css";

interface SidebarProps {
  readonly data: Dataset;
  readonly state: ViewState;
  readonly name: string;
  readonly onHelp: () => void;
}

/** What file this is, how it stands with it, and the ways to all views. */
export function Sidebar({ data, state, name, onHelp }: SidebarProps) {
  const { document } = data;
  const { totals } = document;
  const selection = select(data, state);
  const destinations = views.map(
    (view): Destination => ({
      title: view.title,
      address: `#${hashOf(changed(state, { view: view.name, flow: null }))}`,
      isCurrent: view.name === state.view,
      shortcut: view.key,
      count: view.count?.(data, selection),
      severity: severityOf(view.name, data),
    }),
  );
  return (
    <header className="sidebar">
      <div className="sidebar-file">
        <p className="sidebar-brand">
          <Swift /> Apus
        </p>
        <h1 className="sidebar-name" title={name}>
          {name}
        </h1>
        <Badge severity={document.severity} label={verdicts[document.severity]} />
        <p className="sidebar-facts soft">
          <Figure value={totals.packets} /> packets, <Figure value={totals.wire_bytes} unit="bytes" />
          <br />
          {totals.earliest_ns !== null && (
            <>
              <Figure value={totals.duration_ns} unit="ns" /> from{" "}
              {absoluteTime(startOf(document), 0, state.zone).slice(0, 16)}
              {state.zone === "utc" && " UTC"}
            </>
          )}
        </p>
      </div>
      <Navigation destinations={destinations} />
      <div className="sidebar-foot no-print">
        <ThemeSwitch />
        <button type="button" className="button" onClick={onHelp} title="Help (?)">
          Help
        </button>
        <p className="soft">{document.program}</p>
      </div>
    </header>
  );
}

const verdicts = {
  ok: "Nothing wrong",
  notice: "Worth a look",
  warning: "Troubles",
  critical: "Serious troubles",
} as const;

/** How bad it is what a view shows, where it shows what is wrong. */
function severityOf(name: ViewState["view"], { document }: Dataset) {
  // Findings come worst first.
  if (name === "findings") return document.findings?.[0]?.severity;
  return name === "capture" ? document.quality.severity : undefined;
}

/** The bird that the program is named after: long wings, short tail. */
function Swift() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M1 7c5-1.5 8.5.5 11 4.5C14.5 7.5 18 5.5 23 7c-4.5.3-7.5 2.8-9.3 6.3L15.5 19 12 16l-3.5 3 1.8-5.7C8.5 9.8 5.5 7.3 1 7Z" />
    </svg>
  );
}
