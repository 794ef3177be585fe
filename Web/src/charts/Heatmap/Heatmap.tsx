import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { exactMoment } from "../Axis/exact";
import { timeTicks } from "../Axis/timeTicks";
import { ChartFrame } from "../ChartFrame/ChartFrame";
import { useWidth } from "../Size/useWidth";
import { onThemeChange, themePalette, type Palette } from "../TimePlot/Palette";
import type { Span } from "../TimePlot/TimeLink";
import { heatmapCells, strength, type HeatmapCells } from "./cells";
import "./Heatmap.css";

export interface HeatmapLine {
  readonly key: string;
  readonly label: string;
  readonly total: number;
  readonly counts: readonly number[];
}

const rowHeight = 26;
const axisHeight = 24;

/** Rows shown until all are asked for. */
const usualRows = 12;

/** Counts by time and name: darker is more; exact values by pointer, by keyboard and as a table. */
export function Heatmap({ title, note, lines: all, start, binWidth, domain, clock, unitName, empty, onChoose, onWindow }: {
  readonly title: string;
  readonly note?: string;
  readonly lines: readonly HeatmapLine[];
  readonly start: number;
  readonly binWidth: number;
  readonly domain: Span;
  readonly clock: number | null;
  /** What is counted, in the plural. */
  readonly unitName: string;
  readonly empty: string;
  readonly onChoose?: (key: string) => void;
  readonly onWindow?: (window: Span) => void;
}): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const hint = useId();
  const width = useWidth(host);
  const [cell, setCell] = useState<readonly [row: number, column: number] | null>(null);
  const [isWhole, setWhole] = useState(false);
  const lines = useMemo(() => (isWhole ? all : all.slice(0, usualRows)), [all, isWhole]);
  const bins = lines[0]?.counts.length ?? 0;
  const first = Math.min(Math.max(0, bins - 1), Math.max(0, Math.floor((domain[0] - start) / binWidth)));
  const last = Math.min(bins, Math.max(first + 1, Math.ceil((domain[1] - start) / binWidth)));
  const rows = useMemo(() => lines.map((line) => line.counts), [lines]);
  const cells = useMemo(
    () => heatmapCells(rows, first, last, Math.max(1, Math.floor(width / 4))),
    [rows, first, last, width],
  );
  const from = start + first * binWidth;
  const to = start + last * binWidth;

  useEffect(() => {
    const color = themePalette();
    const draw = (): void => {
      if (canvas.current !== null && width > 0) paint(
        canvas.current,
        cells,
        lines.length,
        width,
        color,
        [from, to],
        clock,
      );
    };
    draw();
    return onThemeChange(draw);
  }, [cells, lines.length, width, from, to, clock]);

  const span = (column: number): Span => [
    start + cells.edges[column]! * binWidth,
    start + cells.edges[column + 1]! * binWidth,
  ];
  const told = (): string => {
    if (cell === null) return "";
    const line = lines[cell[0]]!;
    const [a, b] = span(cell[1]);
    const count = cells.counts[cell[0] * cells.columns + cell[1]]!;
    return `${line.label}: ${count.toLocaleString("en")} ${unitName} from ${exactMoment(a, clock)} to ${exactMoment(b, clock)}`;
  };
  const point = (event: PointerEvent): void => {
    const bounds = event.currentTarget.getBoundingClientRect();
    const row = Math.floor((event.clientY - bounds.top) / rowHeight);
    const column = Math.floor(((event.clientX - bounds.left) / Math.max(1, bounds.width)) * cells.columns);
    setCell(row >= 0 && row < lines.length && column >= 0 && column < cells.columns ? [row, column] : null);
  };
  const key = (event: KeyboardEvent): void => {
    const [row, column] = cell ?? [0, -1];
    const next: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1],
      ArrowUp: [row - 1, Math.max(0, column)], ArrowDown: [row + 1, Math.max(0, column)],
      Home: [row, 0], End: [row, cells.columns - 1],
    };
    const to = next[event.key];
    if (event.key === "Enter" && cell !== null) onWindow?.(span(cell[1]));
    else if (to === undefined) return;
    else setCell([
      Math.min(lines.length - 1, Math.max(0, to[0])),
      Math.min(cells.columns - 1, Math.max(0, to[1])),
    ]);
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <ChartFrame
      title={title}
      {...(note === undefined ? {} : { note })}
      actions={all.length > usualRows && (
        <button
          type="button"
          className="chart-button"
          aria-pressed={isWhole}
          onClick={() => { setWhole(!isWhole); setCell(null); }}
        >
          All {all.length} rows
        </button>
      )}
      table={() => tableOf(all, start, binWidth, first, last, clock)}
    >
      {lines.length === 0 ? <p className="chart-note chart-empty">{empty}</p> : (
        <>
          <div className="heatmap">
            <ol className="heatmap-labels">
              {lines.map((line) => (
                <li key={line.key}>
                  {onChoose === undefined ? <span title={line.label}>{line.label}</span> : (
                    <button
                      type="button"
                      title={`${line.label}. Show its flows.`}
                      onClick={() => onChoose(line.key)}
                    >
                      {line.label}
                    </button>
                  )}
                  <b>{line.total.toLocaleString("en")}</b>
                </li>
              ))}
            </ol>
            <div
              ref={host}
              className="heatmap-cells"
              style={{ height: lines.length * rowHeight + axisHeight }}
              role="application"
              aria-roledescription="heatmap"
              aria-label={`${title}: ${lines.length} rows, ${cells.columns} columns of time, at most ${cells.largest.toLocaleString("en")} ${unitName} in one`}
              aria-describedby={hint}
              tabIndex={0}
              onPointerMove={point}
              onPointerLeave={() => setCell(null)}
              onBlur={() => setCell(null)}
              onKeyDown={key}
              onClick={() => { if (cell !== null) onWindow?.(span(cell[1])); }}
            >
              <canvas ref={canvas} aria-hidden="true" />
              {cell !== null && width > 0 && (
                <span className="heatmap-cursor" style={{
                  left: (cell[1] * width) / cells.columns, top: cell[0] * rowHeight,
                  width: Math.max(4, width / cells.columns), height: rowHeight,
                }} />
              )}
              <span
                id={hint}
                className="unseen"
              >
                Arrow keys go from cell to cell; Enter shows that time.
              </span>
              <span className="unseen" aria-live="polite">{told()}</span>
            </div>
          </div>
          <p className="chart-note heatmap-told">
            {cell === null ? <Scale largest={cells.largest} unitName={unitName} /> : told()}
          </p>
        </>
      )}
    </ChartFrame>
  );
}

function Scale({ largest, unitName }: { readonly largest: number; readonly unitName: string }): JSX.Element {
  const steps = largest <= 1 ? [largest] : [
    1,
    Math.round(largest / 4),
    largest,
  ].filter((value, index, all) => value > 0 && all.indexOf(value) === index);
  return (
    <span className="heatmap-scale">
      {steps.map((value) => (
        <span key={value}>
          <i style={{ opacity: strength(value, largest) }} /> {value.toLocaleString("en")}
        </span>
      ))}
      {unitName} in one cell
    </span>
  );
}

function paint(
  canvas: HTMLCanvasElement,
  cells: HeatmapCells,
  rows: number,
  width: number,
  color: Palette,
  domain: Span,
  clock: number | null,
): void {
  const ratio = window.devicePixelRatio || 1;
  const height = rows * rowHeight + axisHeight;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const context = canvas.getContext("2d");
  if (context === null) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const step = width / cells.columns;
  for (let row = 0; row < rows; row++) {
    context.globalAlpha = 1;
    context.fillStyle = color("--chart-grid");
    context.fillRect(0, row * rowHeight + 1, width, rowHeight - 2);
    context.fillStyle = color("--chart-loss");
    for (let column = 0; column < cells.columns; column++) {
      const count = cells.counts[row * cells.columns + column]!;
      if (count === 0) continue;
      context.globalAlpha = strength(count, cells.largest);
      context.fillRect(
        column * step,
        row * rowHeight + 1,
        Math.max(2, step - (step > 6 ? 1 : 0)),
        rowHeight - 2,
      );
    }
  }
  context.globalAlpha = 1;
  context.font = "11px system-ui, sans-serif";
  context.fillStyle = color("--chart-text");
  context.textBaseline = "top";
  const ticks = timeTicks(domain[0], domain[1], Math.max(2, width / 110), clock);
  ticks.values.forEach((time, index) => {
    const label = ticks.labels[index]!;
    const half = context.measureText(label).width / 2;
    const x = ((time - domain[0]) / Math.max(1, domain[1] - domain[0])) * width;
    context.fillText(label, Math.min(width - 2 * half, Math.max(0, x - half)), rows * rowHeight + 7);
  });
}

function tableOf(
  lines: readonly HeatmapLine[],
  start: number,
  binWidth: number,
  first: number,
  last: number,
  clock: number | null,
): { columns: string[]; rows: string[][] } {
  const rows: string[][] = [];
  for (const line of lines) {
    for (let bin = first; bin < last; bin++) {
      const count = line.counts[bin] ?? 0;
      if (count > 0) rows.push([
        line.label,
        exactMoment(start + bin * binWidth, clock),
        count.toLocaleString("en"),
      ]);
    }
  }
  return { columns: ["Of", "Time", "Count"], rows };
}
