import { useEffect, useState } from "react";

/** Rows drawn above and below what is seen, so that scrolling shows no gaps. */
const margin = 6;

export interface VisibleRows {
  readonly first: number;
  readonly end: number;
}

/** Which rows of a scrolled element have to be drawn. */
export function useVisibleRows(
  element: HTMLElement | null,
  count: number,
  rowHeight: number,
): VisibleRows {
  const [visible, setVisible] = useState<VisibleRows>({ first: 0, end: 30 });
  useEffect(() => {
    if (!element) return;
    const measure = () => {
      const top = Math.floor(element.scrollTop / rowHeight);
      // Steps of the margin, so that most of scrolling draws nothing anew.
      const first = Math.max(0, Math.floor((top - margin) / margin) * margin);
      const end = top + Math.ceil(element.clientHeight / rowHeight) + 2 * margin;
      setVisible((before) => (before.first === first && before.end === end ? before : { first, end }));
    };
    measure();
    element.addEventListener("scroll", measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", measure);
      observer.disconnect();
    };
  }, [element, rowHeight]);
  return { first: Math.min(visible.first, count), end: Math.min(visible.end, count) };
}
