/** How many values one entry of the next level stands for. */
const fanout = 32;

/**
 * Lowest and highest value of any range of a series, in O(log n).
 *
 * A pixel column of a graph stands for a range of points; drawing what lies between its extremes
 * shows every extreme however many points there are. NaN stands for no value.
 */
export class RangeIndex {
  private readonly lows: Float64Array[];
  private readonly highs: Float64Array[];
  /** Results of the latest `measure`: fields, because a frame asks thousands of times. */
  low = Infinity;
  high = -Infinity;

  /** `highs` is given where a point covers a span, like the bytes of a segment. */
  constructor(readonly from: Float64Array, readonly to: Float64Array = from) {
    this.lows = [from];
    this.highs = [to];
    for (let level = 0; this.lows[level]!.length > fanout; level++) {
      this.lows.push(condense(this.lows[level]!, Math.min, Infinity));
      this.highs.push(condense(this.highs[level]!, Math.max, -Infinity));
    }
  }

  /** Sets `low` and `high` to the extremes of points `first ..< last`; false where there are none. */
  measure(first: number, last: number): boolean {
    this.low = Infinity;
    this.high = -Infinity;
    let start = Math.max(0, first);
    let end = Math.min(this.from.length, last);
    for (let level = 0; start < end; level++) {
      const innerStart = Math.ceil(start / fanout);
      const innerEnd = Math.floor(end / fanout);
      if (innerStart >= innerEnd || level + 1 >= this.lows.length) {
        this.scan(level, start, end);
        break;
      }
      this.scan(level, start, innerStart * fanout);
      this.scan(level, innerEnd * fanout, end);
      start = innerStart;
      end = innerEnd;
    }
    return this.low <= this.high;
  }

  private scan(level: number, start: number, end: number): void {
    const lows = this.lows[level]!;
    const highs = this.highs[level]!;
    for (let index = start; index < end; index++) {
      if (lows[index]! < this.low) this.low = lows[index]!;
      if (highs[index]! > this.high) this.high = highs[index]!;
    }
  }
}

function condense(
  values: Float64Array,
  better: (a: number, b: number) => number,
  worst: number,
): Float64Array {
  const result = new Float64Array(Math.ceil(values.length / fanout)).fill(worst);
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    const block = Math.floor(index / fanout);
    if (!Number.isNaN(value)) result[block] = better(result[block]!, value);
  }
  return result;
}
