import { useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { exactValue } from "../Axis/exact";
import { logTicks, shortValue, type Unit } from "../Axis/ticks";
import { ChartFrame } from "../ChartFrame/ChartFrame";
import { counted } from "../../format/words";
import { useWidth } from "../Size/useWidth";
import { distribution, type Distribution } from "./bins";
import "./Histogram.css";

const side = 14;
const bottom = 22;
const top = 22;

/** How often each size of a value occurs, on a logarithmic axis, with median and 95th percentile. */
export function Histogram({ title, note, values, unit, of, height = 150, empty, color = "--chart-data" }: {
  readonly title: string;
  readonly note?: string;
  readonly values: Float64Array;
  readonly unit: Unit;
  /** What is counted, in the singular: "connection". */
  readonly of: string;
  readonly height?: number;
  readonly empty: string;
  readonly color?: string;
}): JSX.Element {
  const found = useMemo(() => distribution(values), [values]);
  return (
    <ChartFrame
      title={title}
      {...(note === undefined ? {} : { note })}
      table={() => ({
        columns: ["From", "To", "Count"],
        rows: (found?.bins ?? []).filter((bin) => bin.count > 0)
          .map((bin) => [
            shortValue(bin.from, unit),
            shortValue(bin.to, unit),
            bin.count.toLocaleString("en"),
          ]),
      })}
    >
      {found === null
        ? <p className="chart-note chart-empty">{empty}</p>
        : <Bars {...{ title, found, unit, of, height, color }} />}
    </ChartFrame>
  );
}

function Bars({ title, found, unit, of, height, color }: {
  readonly title: string;
  readonly found: Distribution;
  readonly unit: Unit;
  readonly of: string;
  readonly height: number;
  readonly color: string;
}): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const hint = useId();
  const width = useWidth(host);
  const [chosen, setChosen] = useState<number | null>(null);
  const { bins } = found;
  const first = bins[0]!;
  const last = bins[bins.length - 1]!;
  const most = bins.reduce((largest, bin) => Math.max(largest, bin.count), 1);
  const inner = Math.max(1, width - 2 * side);
  const room = height - top - bottom;
  const x = (value: number): number =>
    side + (Math.log10(value / first.from) / Math.max(Math.log10(last.to / first.from), 1e-9)) * inner;
  const ticks = logTicks(first.from, last.to, unit);
  const bin = chosen === null ? null : bins[chosen]!;
  const told = bin === null ? "" :
    `${counted(bin.count, of)} from ${shortValue(bin.from, unit)} to ${shortValue(bin.to, unit)}`;

  const key = (event: KeyboardEvent): void => {
    const at = chosen ?? (event.key === "ArrowLeft" ? bins.length : -1);
    const next = event.key === "ArrowLeft" ? at - 1 : event.key === "ArrowRight" ? at + 1
      : event.key === "Home" ? 0 : event.key === "End" ? bins.length - 1 : null;
    if (next === null) return;
    event.preventDefault();
    setChosen(Math.min(bins.length - 1, Math.max(0, next)));
  };
  return (
    <div
      ref={host}
      className="histogram"
      role="application"
      aria-roledescription="histogram"
      aria-label={`${title}: ${counted(found.count, of)}, median ${exactValue(found.p50, unit)}, 95th percentile ${exactValue(found.p95, unit)}`}
      aria-describedby={hint}
      tabIndex={0}
      onKeyDown={key}
      onBlur={() => setChosen(null)}
      onPointerLeave={() => setChosen(null)}
    >
      <svg width={width} height={height} aria-hidden="true">
        <path className="histogram-base" d={`M${side} ${height - bottom + 0.5}H${width - side}`} />
        {bins.map((one, index) => {
          const left = x(one.from);
          const wide = Math.max(1, x(one.to) - left);
          const tall = one.count === 0 ? 0 : Math.max(2, (one.count / most) * room);
          return (
            <g key={index} onPointerEnter={() => setChosen(index)}>
              <rect className="histogram-reach" x={left} y={top} width={wide} height={room} />
              <rect
                className={index === chosen ? "histogram-bar histogram-chosen" : "histogram-bar"}
                style={{ fill: `var(${color})` }}
                x={left + 0.5} y={height - bottom - tall} width={Math.max(1, wide - 1)} height={tall} rx="1.5"
              />
            </g>
          );
        })}
        {ticks.values.map((value, index) => (
          <text
            key={value}
            x={x(value)}
            y={height - 6}
            textAnchor={x(value) > width - 40 ? "end" : x(value) < 30 ? "start" : "middle"}
          >
            {ticks.labels[index]}
          </text>
        ))}
        <Percentile
          name="p50"
          at={x(found.p50)}
          value={shortValue(found.p50, unit)}
          height={height}
          width={width}
          isLeft={x(found.p50) > 90}
        />
        {x(found.p95) - x(found.p50) > 4 && (
          <Percentile
            name="p95"
            at={x(found.p95)}
            value={shortValue(found.p95, unit)}
            height={height}
            width={width}
            isLeft={x(found.p95) > width - 80}
          />
        )}
      </svg>
      <p className="histogram-told chart-note">
        {bin === null
          ? `${counted(found.count, of)} · least ${shortValue(found.min, unit)} · most ${shortValue(found.max, unit)}`
          : told}
      </p>
      <span id={hint} className="unseen">Arrow keys go from bar to bar.</span>
      <span className="unseen" aria-live="polite">{told}</span>
    </div>
  );
}

function Percentile({ name, at, value, height, isLeft }: {
  readonly name: string;
  readonly at: number;
  readonly value: string;
  readonly height: number;
  readonly width: number;
  readonly isLeft: boolean;
}): JSX.Element {
  return (
    <>
      <path className="histogram-percentile" d={`M${at} 4V${height - bottom}`} />
      <text
        className="histogram-name"
        x={at + (isLeft ? -5 : 5)}
        y={13}
        textAnchor={isLeft ? "end" : "start"}
      >
        {name} {value}
      </text>
    </>
  );
}
