import { Badge } from "../../components/Badge/Badge";
import type { AnalysisDocument } from "../../data/AnalysisDocument";
import { hashOf } from "../../state/hash";
import { initialState } from "../../state/ViewState";

/** What weakens the capture itself: whoever reads findings has to know it. */
export function Doubts({ document: { quality } }: { readonly document: AnalysisDocument }) {
  const doubts = quality.measures.filter(({ severity }) => severity !== "ok");
  if (doubts.length === 0) return null;
  return (
    <section className="doubts card">
      <header className="worst-header">
        <h3>The capture itself</h3>
        <a href={`#${hashOf({ ...initialState, view: "capture" })}`}>How far it can be trusted</a>
      </header>
      <ul>
        {doubts.map(({ kind, severity, consequence }) => (
          <li key={kind}>
            <Badge severity={severity} />
            <p>{consequence}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
