import type { Inspection } from "./Layer";

/** Of the tip's text, pixels. */
const lineHeight = 17.4;

/** The values under the pointer, beside it and within the plot. */
export function PlotTip({ inspection, x, y, width, height }: {
  readonly inspection: Inspection;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}): JSX.Element {
  const isRight = x > width / 2;
  // As tall as its lines: it may not cover what stands below the plot.
  const tall = 34 + inspection.rows.length * lineHeight;
  const top = Math.round(Math.max(0, Math.min(y - 20, height - tall)));
  const transform = `translate(${Math.round(x + (isRight ? -14 : 14))}px, ${top}px) translateX(${isRight ? "-100%" : "0"})`;
  return (
    <div className="plot-tip" style={{ transform }} aria-hidden="true">
      <strong>{inspection.title}</strong>
      <dl>
        {inspection.rows.map(([label, value], index) => (
          <div key={index} style={{ display: "contents" }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The same values as a sentence, for those who listen. */
export function spoken(inspection: Inspection): string {
  return [inspection.title, ...inspection.rows.map(([label, value]) => `${label} ${value}`)].join(", ");
}

/** The same in one line, for a graph that follows another's pointer. */
export function brief(inspection: Inspection): string {
  const rows = inspection.rows.filter(([label]) => label !== "Time" && label !== "From").slice(0, 3);
  return [inspection.title, ...rows.map(([label, value]) => `${label} ${value}`)].join("   ");
}
