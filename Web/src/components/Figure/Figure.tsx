import { exactQuantity, quantity, QuantityUnit } from "../../format/quantities";

interface FigureProps {
  readonly value: number | null;
  readonly unit?: QuantityUnit;
}

/** A number with its unit, short to read and exact when pointed at. */
export function Figure({ value, unit = "count" }: FigureProps) {
  if (value === null || Number.isNaN(value)) return <span className="soft">–</span>;
  return (
    <data value={value} title={exactQuantity(value, unit)}>
      {quantity(value, unit)}
    </data>
  );
}
