import { useEffect, useRef, useState } from "react";

/** Where the reader left each table, by its name. */
const places = new Map<string, { readonly rows: Int32Array; readonly active: number; readonly top: number }>();

/**
 * The row that the keys stand on. Who opens a flow and comes back finds the table as it was; other
 * rows, or another order, begin at the top.
 */
export function usePlace(
  table: string,
  scroller: HTMLElement | null,
  rows: Int32Array,
  rowHeight: number,
): [number, (active: number) => void] {
  const [active, setActive] = useState(-1);
  const latest = useRef({ rows, active });
  latest.current = { rows, active };
  useEffect(() => {
    if (!scroller) return;
    const place = places.get(table);
    if (place && isSame(place.rows, latest.current.rows)) {
      scroller.scrollTop = place.top;
      setActive(place.active);
    }
    let top = scroller.scrollTop;
    const remember = () => (top = scroller.scrollTop);
    scroller.addEventListener("scroll", remember, { passive: true });
    return () => {
      scroller.removeEventListener("scroll", remember);
      places.set(table, { ...latest.current, top });
    };
  }, [table, scroller, rowHeight]);
  const shown = useRef(rows);
  useEffect(() => {
    if (shown.current === rows) return;
    shown.current = rows;
    setActive(-1);
    if (scroller) scroller.scrollTop = 0;
  }, [rows, scroller]);
  return [active, setActive];
}

function isSame(left: Int32Array, right: Int32Array): boolean {
  return left.length === right.length && left.every((row, at) => row === right[at]);
}
