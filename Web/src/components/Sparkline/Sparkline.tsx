import { memo } from "react";
import "./Sparkline.css";

interface SparklineProps {
  /** Heights of 0 … 255, side by side. */
  readonly values: ArrayLike<number>;
  readonly label?: string;
}

const [width, height] = [80, 18];

/** Traffic over the life of something, so small that it fits into a line of a table. */
export const Sparkline = memo(function Sparkline({ values, label }: SparklineProps) {
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      <path d={bars(values)} />
    </svg>
  );
});

function bars(values: ArrayLike<number>): string {
  const step = width / Math.max(values.length, 1);
  let path = "";
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    // The least of traffic is still seen.
    const tall = value === 0 ? 0 : Math.max(1.5, (value / 255) * height);
    if (tall > 0) path += `M${(i * step).toFixed(1)} ${height}v${(-tall).toFixed(1)}h${(step - 1).toFixed(1)}V${height}Z`;
  }
  return path;
}
