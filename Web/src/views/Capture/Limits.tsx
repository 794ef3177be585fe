import { Figure } from "../../components/Figure/Figure";
import type { AnalysisDocument } from "../../data/AnalysisDocument";
import { words } from "../../format/words";
import { limitNames, oddityNames } from "./limitNames";

/** What the analysis did not do, so that nobody takes its silence for an answer; and odd packets. */
export function Limits({ document }: { readonly document: AnalysisDocument }) {
  const limits = nonZero(document.bounds, limitNames);
  const oddities = nonZero(document.totals.oddities, oddityNames);
  return (
    <section className="limits card">
      <h3>Limits and oddities</h3>
      {limits.length + oddities.length === 0 && (
        <p className="soft">No bound of the analysis was reached, and no header was odd.</p>
      )}
      <ul>
        {[...limits, ...oddities].map(([count, text]) => (
          <li key={text}>
            <strong>
              <Figure value={count} />
            </strong>{" "}
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

function nonZero(
  counts: Readonly<Record<string, number>>,
  names: Readonly<Record<string, string>>,
): [number, string][] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => [count, names[name] ?? words(name)]);
}
