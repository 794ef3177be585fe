/** What a number counts. */
export type QuantityUnit = "count" | "bytes" | "ns" | "ratio" | "bps" | "percent";

const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 3 });

/** A narrow no-break space between number and unit, as SI asks. */
const gap = "\u202f";

interface Step {
  readonly size: number;
  readonly unit: string;
}

const steps: Readonly<Record<QuantityUnit, readonly Step[]>> = {
  count: [
    { size: 1e9, unit: "G" },
    { size: 1e6, unit: "M" },
  ],
  bytes: [
    { size: 1e12, unit: "TB" },
    { size: 1e9, unit: "GB" },
    { size: 1e6, unit: "MB" },
    { size: 1e3, unit: "kB" },
    { size: 1, unit: "B" },
  ],
  ns: [
    { size: 3600e9, unit: "h" },
    { size: 60e9, unit: "min" },
    { size: 1e9, unit: "s" },
    { size: 1e6, unit: "ms" },
    { size: 1e3, unit: "µs" },
    { size: 1, unit: "ns" },
  ],
  ratio: [{ size: 0.01, unit: "%" }],
  percent: [{ size: 1, unit: "%" }],
  bps: [
    { size: 1e9, unit: "Gbit/s" },
    { size: 1e6, unit: "Mbit/s" },
    { size: 1e3, unit: "kbit/s" },
    { size: 1, unit: "bit/s" },
  ],
};

const exactUnits: Readonly<Record<QuantityUnit, string>> = {
  count: "",
  bytes: " bytes",
  ns: " ns",
  ratio: "",
  percent: " %",
  bps: " bit/s",
};

/** Three significant digits with the unit that suits: 1.22 s, 34.1 kB, 12,345, 99.4 %. */
export function quantity(value: number, unit: QuantityUnit): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  const step = steps[unit].find((step) => size >= step.size) ?? steps[unit].at(-1);
  if (!step || (unit === "count" && size < step.size)) return grouped.format(value);
  return `${threeDigits(value / step.size, step.unit)}${gap}${step.unit}`;
}

/** Every digit, for those who point at a quantity: 1,223,089,000 ns. */
export function exactQuantity(value: number, unit: QuantityUnit): string {
  if (!Number.isFinite(value)) return "not known";
  return unit === "ratio" ? String(value) : `${grouped.format(value)}${exactUnits[unit]}`;
}

function threeDigits(value: number, unit: string): string {
  const size = Math.abs(value);
  // Whole bytes and nanoseconds have no fractions.
  if (Number.isInteger(value) && (unit === "B" || unit === "ns" || unit === "%")) return String(value);
  if (size >= 999.5) return grouped.format(Math.round(value));
  return value.toFixed(size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2);
}
