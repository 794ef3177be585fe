import { useMemo } from "react";
import type { Trace } from "../../charts/Trace/Trace";
import { Badge } from "../../components/Badge/Badge";
import type { Finding } from "../../data/AnalysisDocument";
import { visibleText } from "../../format/visibleText";

/** The most frames that a finding leads to from here. */
const most = 12;

/** What was found on a flow, with ways to the packets that show it. */
export function FlowFindings({ findings, trace, onRow }: {
  readonly findings: readonly Finding[];
  readonly trace: Trace | null;
  readonly onRow?: (row: number) => void;
}): JSX.Element | null {
  const rows = useMemo(() => rowsByFrame(trace), [trace]);
  if (findings.length === 0) return null;
  return (
    <section className="card flow-findings" aria-labelledby="flow-findings">
      <h3 id="flow-findings">Findings that this flow shows</h3>
      <ul>
        {findings.map((finding, index) => {
          const known = finding.frames.filter((frame) => rows.has(frame));
          return (
            <li key={index}>
              <p><Badge severity={finding.severity} label={finding.title} /></p>
              <p>{visibleText(finding.seen)} <span className="soft">{visibleText(finding.advice)}</span></p>
              {known.length > 0 && onRow !== undefined && (
                <p className="flow-frames no-print">
                  <span className="soft">Show frame</span>
                  {known.slice(0, most).map((frame) => (
                    <button
                      key={frame}
                      type="button"
                      className="chart-button"
                      onClick={() => onRow(rows.get(frame)!)}
                    >
                      {frame.toLocaleString("en-US")}
                    </button>
                  ))}
                  {known.length > most && <span className="soft">and {known.length - most} more</span>}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function rowsByFrame(trace: Trace | null): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  if (trace === null) return rows;
  for (let row = 0; row < trace.rows; row++) rows.set(trace.frame[row]!, row);
  return rows;
}
