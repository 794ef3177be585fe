import { ChartFrame } from "../ChartFrame/ChartFrame";
import "./BarList.css";

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** More about it, in small letters. */
  readonly detail?: string;
  readonly sent: number;
  readonly received: number;
  /** What is searched for when it is chosen. */
  readonly query?: string;
}

/** Amounts by name, most first, each bar split by direction. */
export function BarList({ title, note, bars, sentLabel, receivedLabel, format, exact, most = 12, onChoose }: {
  readonly title: string;
  readonly note?: string;
  readonly bars: readonly Bar[];
  readonly sentLabel: string;
  readonly receivedLabel: string;
  readonly format: (value: number) => string;
  readonly exact: (value: number) => string;
  readonly most?: number;
  readonly onChoose?: (query: string) => void;
}): JSX.Element {
  const largest = bars.reduce((most, bar) => Math.max(most, bar.sent + bar.received), 0);
  const shown = bars.slice(0, most);
  return (
    <ChartFrame
      title={title}
      {...(note === undefined ? {} : { note })}
      legend={
        <p className="bar-legend">
          <span><i className="bar-sent" />{sentLabel}</span>
          <span><i className="bar-received" />{receivedLabel}</span>
        </p>
      }
      table={() => ({
        columns: ["Name", "About", sentLabel, receivedLabel],
        rows: bars.map((bar) => [bar.label, bar.detail ?? "", exact(bar.sent), exact(bar.received)]),
      })}
    >
      {bars.length === 0 ? <p className="chart-note">None in this capture.</p> : (
        <ol className="bar-list">
          {shown.map((bar) => (
            <li key={bar.key}>
              <BarRow
                {...{ bar, largest, format, exact, sentLabel, receivedLabel }}
                {...(onChoose ? { onChoose } : {})}
              />
            </li>
          ))}
        </ol>
      )}
      {bars.length > shown.length && (
        <p className="chart-note">{bars.length - shown.length} more in the table.</p>
      )}
    </ChartFrame>
  );
}

function BarRow({ bar, largest, format, exact, sentLabel, receivedLabel, onChoose }: {
  readonly bar: Bar;
  readonly largest: number;
  readonly format: (value: number) => string;
  readonly exact: (value: number) => string;
  readonly sentLabel: string;
  readonly receivedLabel: string;
  readonly onChoose?: (query: string) => void;
}): JSX.Element {
  const total = bar.sent + bar.received;
  const title = `${bar.label}: ${sentLabel.toLowerCase()} ${exact(bar.sent)}, ${receivedLabel.toLowerCase()} ${exact(bar.received)}`;
  const content = (
    <>
      <span className="bar-label">
        <span className="bar-name">{bar.label}</span>
        {bar.detail !== undefined && bar.detail !== "" && <span className="bar-detail">{bar.detail}</span>}
      </span>
      <span className="bar-value">{format(total)}</span>
      <span className="bar-track" aria-hidden="true">
        <span className="bar-sent" style={{ width: `${share(bar.sent, largest)}%` }} />
        <span className="bar-received" style={{ width: `${share(bar.received, largest)}%` }} />
      </span>
    </>
  );
  const { query } = bar;
  if (onChoose === undefined || query === undefined) {
    return <div className="bar-row" title={title}>{content}</div>;
  }
  return (
    <button
      type="button"
      className="bar-row"
      title={`${title}. Show its flows.`}
      onClick={() => onChoose(query)}
    >
      {content}
    </button>
  );
}

function share(value: number, largest: number): number {
  return largest > 0 ? (value / largest) * 100 : 0;
}
