import { Badge } from "../../components/Badge/Badge";
import { Figure } from "../../components/Figure/Figure";
import { Moment } from "../../components/Moment/Moment";
import { PacketText } from "../../components/PacketText/PacketText";
import { References } from "../../components/References/References";
import type { Finding } from "../../data/AnalysisDocument";
import { sinceStart } from "../../data/Instant";
import { endpoint, words } from "../../format/words";
import type { ViewProps } from "../View";
import { Evidence } from "./Evidence";

interface FindingCardProps extends ViewProps {
  readonly finding: Finding;
  readonly isOpen: boolean;
}

/** What was seen, why it matters, what to do, and what shows it. */
export function FindingCard({ data, finding, state, change, isOpen }: FindingCardProps) {
  const { first_ns: first, last_ns: last } = finding;
  return (
    <details className={`finding card finding-${finding.severity}`} open={isOpen}>
      <summary className="finding-summary">
        <div className="finding-head">
          <Badge severity={finding.severity} />
          <h3>{finding.title}</h3>
          <span className="finding-confidence" title="How sure it is">
            {finding.confidence}
          </span>
          <Subject finding={finding} />
        </div>
        <p className="finding-seen">
          <PacketText text={finding.seen} wraps />
        </p>
      </summary>
      <div className="finding-body">
        <dl className="finding-figures">
          {finding.time_lost_ns > 0 && (
            <div>
              <dt>time lost</dt>
              <dd>
                <Figure value={finding.time_lost_ns} unit="ns" />
              </dd>
            </div>
          )}
          {figuresOf(finding).map(({ name, unit, value }, at) => (
            <div key={at}>
              <dt>{words(name)}</dt>
              <dd>
                <Figure value={value} unit={unit} />
              </dd>
            </div>
          ))}
          {first !== null && last !== null && (
            <div>
              <dt>from – to</dt>
              <dd>
                <Moment nanoseconds={sinceStart(data.document, first)} /> –{" "}
                <Moment nanoseconds={sinceStart(data.document, last)} />
              </dd>
            </div>
          )}
        </dl>
        <div className="finding-words">
          <section>
            <h4>Why it matters</h4>
            <p>
              <PacketText text={finding.why} wraps />
            </p>
          </section>
          <section>
            <h4>What to do</h4>
            <p>
              <PacketText text={finding.advice} wraps />
            </p>
          </section>
        </div>
        <Evidence data={data} finding={finding} state={state} change={change} />
        <p className="finding-source soft">
          Rule: <References source={finding.source} />
        </p>
      </div>
    </details>
  );
}

/** The numbers without those that say nothing, or what "time lost" says already. */
function figuresOf({ figures, time_lost_ns: lost }: Finding): Finding["figures"] {
  return figures.filter(({ unit, value }) => value !== 0 && !(unit === "ns" && value === lost));
}

/** Whom it is about. */
function Subject({ finding: { subject } }: { readonly finding: Finding }) {
  const server = subject.server && endpoint(subject.server, subject.port);
  const sides = [subject.client, server, subject.name].filter((side): side is string => side !== null);
  if (sides.length === 0) return null;
  return (
    <span className="finding-subject mono">
      {subject.transport && <span className="soft">{subject.transport} </span>}
      <PacketText text={sides.join(" → ")} />
    </span>
  );
}
