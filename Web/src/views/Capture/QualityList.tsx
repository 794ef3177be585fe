import { SeverityMark } from "../../components/Badge/Badge";
import { Figure } from "../../components/Figure/Figure";
import type { Measure, Quality } from "../../data/AnalysisDocument";
import { capitalised, words } from "../../format/words";

/** What weakens the capture first, with what that means; then all that is as it should be. */
export function QualityList({ quality }: { readonly quality: Quality }) {
  const noted = quality.measures.filter(({ count }) => count > 0);
  const clean = quality.measures.filter(({ count }) => count === 0);
  return (
    <section className="quality card">
      <h3>How far it can be trusted</h3>
      {noted.length === 0 && <p>Nothing is missing from it, nothing is damaged, and its clock runs forwards.</p>}
      <ul className="quality-noted">
        {noted.map((measure) => (
          <NotedMeasure key={measure.kind} measure={measure} />
        ))}
      </ul>
      {clean.length > 0 && (
        <p className="soft quality-clean">
          None of: {clean.map(({ kind }) => words(kind)).join(", ")}.
        </p>
      )}
    </section>
  );
}

function NotedMeasure({ measure }: { readonly measure: Measure }) {
  const { kind, severity, count, total, share, consequence } = measure;
  const unit = kind === "missed_bytes" ? "bytes" : "count";
  return (
    <li>
      <SeverityMark severity={severity} />
      <div>
        <p>
          <strong>{capitalised(words(kind))}</strong>: <Figure value={count} unit={unit} />
          {total > 0 && (
            <>
              {" of "}
              <Figure value={total} unit={unit} />
            </>
          )}
          {share !== null && (
            <>
              {" ("}
              <Figure value={share} unit="ratio" />)
            </>
          )}
          <span className="unseen">, {severity}</span>
        </p>
        <p className="soft">{consequence}</p>
      </div>
    </li>
  );
}
