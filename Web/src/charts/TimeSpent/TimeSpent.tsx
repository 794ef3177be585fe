import { exactDuration } from "../Axis/exact";
import { shortValue } from "../Axis/ticks";
import { ChartFrame } from "../ChartFrame/ChartFrame";
import "./TimeSpent.css";

/** Part of a connection's time. */
export interface TimePart {
  readonly id: string;
  readonly label: string;
  readonly explanation: string;
  readonly color: string;
  readonly nanoseconds: number;
  /** Parts of it that are worth a name of their own: stalls. */
  readonly within?: readonly { readonly label: string; readonly color: string; readonly nanoseconds: number }[];
}

/** One bar of where the time of a connection went, and its parts in words. */
export function TimeSpent({ title, note, parts }: {
  readonly title: string;
  readonly note?: string;
  readonly parts: readonly TimePart[];
}): JSX.Element {
  const total = parts.reduce((sum, part) => sum + part.nanoseconds, 0);
  const shown = parts.filter((part) => part.nanoseconds > 0);
  const largest = shown.reduce<TimePart | null>((most, part) =>
    most === null || part.nanoseconds > most.nanoseconds ? part : most, null);
  return (
    <ChartFrame
      title={title}
      {...(note === undefined ? {} : { note })}
      table={() => ({
        columns: ["Part", "Time", "Share", "Meaning"],
        rows: parts.flatMap((part) => [
          [part.label, exactDuration(part.nanoseconds), percent(part.nanoseconds, total), part.explanation],
          ...(part.within ?? []).map((inner) => [
            `– ${inner.label}`,
            exactDuration(inner.nanoseconds),
            percent(inner.nanoseconds, total),
            "",
          ]),
        ]),
      })}
    >
      <div className="time-spent-bar" aria-hidden="true">
        {shown.map((part) => (
          <span
            key={part.id}
            style={{ flexGrow: part.nanoseconds, background: `var(${part.color})` }}
            title={`${part.label}: ${exactDuration(part.nanoseconds)}, ${percent(part.nanoseconds, total)}`}
          >
            {(part.within ?? []).filter((inner) => inner.nanoseconds > 0).map((inner) => (
              <i
                key={inner.label}
                style={{
                  width: `${(inner.nanoseconds / part.nanoseconds) * 100}%`,
                  color: `var(${inner.color})`,
                }}
                title={`${part.label}, ${inner.label}: ${exactDuration(inner.nanoseconds)}`}
              />
            ))}
          </span>
        ))}
      </div>
      <ul className="time-spent-parts">
        {shown.map((part) => (
          <li key={part.id} className={part === largest ? "time-spent-largest" : ""} title={part.explanation}>
            <i style={{ background: `var(${part.color})` }} aria-hidden="true" />
            <span className="time-spent-label">{part.label}</span>
            <span
              className="time-spent-value"
              title={exactDuration(part.nanoseconds)}
            >
              {shortValue(part.nanoseconds, "ns")}
            </span>
            <span className="time-spent-share">{percent(part.nanoseconds, total)}</span>
            {(part.within ?? []).filter((inner) => inner.nanoseconds > 0).map((inner) => (
              <span key={inner.label} className="time-spent-within" title={exactDuration(inner.nanoseconds)}>
                of it {inner.label} {shortValue(inner.nanoseconds, "ns")}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}

function percent(part: number, total: number): string {
  if (total <= 0) return "0 %";
  const share = (part / total) * 100;
  return share > 0 && share < 0.1 ? "< 0.1 %" : `${share.toFixed(1)} %`;
}
