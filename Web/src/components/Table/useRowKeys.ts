import { useEffect } from "react";
import { isForPage } from "../../state/characterKeys";

interface RowKeys {
  readonly scroller: HTMLElement | null;
  readonly rows: Int32Array;
  readonly active: number;
  readonly setActive: (position: number) => void;
  readonly onOpen: ((row: number) => void) | undefined;
  readonly rowHeight: number;
}

/** `j` and `k` (and the arrows, inside the table) move from row to row, Enter opens. */
export function useRowKeys({ scroller, rows, active, setActive, onOpen, rowHeight }: RowKeys): void {
  useEffect(() => {
    const move = (position: number) => {
      const to = Math.max(0, Math.min(rows.length - 1, position));
      setActive(to);
      if (!scroller) return;
      // The head covers the first row's height.
      const [top, bottom] = [to * rowHeight, (to + 2) * rowHeight];
      if (top < scroller.scrollTop) scroller.scrollTop = top;
      if (bottom > scroller.scrollTop + scroller.clientHeight) {
        scroller.scrollTop = bottom - scroller.clientHeight;
      }
    };
    const onKey = (event: KeyboardEvent) => {
      if (!isForPage(event)) return;
      const isInside = event.target === scroller;
      const isNext = event.key === "j" || (isInside && event.key === "ArrowDown");
      const isPrevious = event.key === "k" || (isInside && event.key === "ArrowUp");
      if (isNext || isPrevious) {
        event.preventDefault();
        move(isNext ? active + 1 : Math.max(0, active - 1));
      } else if (event.key === "Enter" && active >= 0 && !isControl(event.target)) {
        event.preventDefault();
        onOpen?.(rows[active]!);
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [scroller, rows, active, setActive, onOpen, rowHeight]);
}

/** Enter on a button or a link is theirs. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("a, button, summary, dialog") !== null;
}
