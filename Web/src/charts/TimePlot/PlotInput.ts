import { margin } from "./PlotRenderer";
import type { PlotView } from "./Layer";
import type { TimeLink } from "./TimeLink";

/** What the pointer and the keyboard do to a plot. */
export interface PlotActions {
  readonly view: () => PlotView;
  readonly link: TimeLink;
  /** Whether values can be zoomed and panned, too. */
  readonly hasFreeValues: boolean;
  showValues(values: readonly [number, number] | null): void;
  values(): readonly [number, number] | null;
  hover(x: number, y: number): void;
  leave(): void;
  select(x: number, y: number): void;
  box(box: readonly [number, number, number, number] | null): void;
  panning(isPanning: boolean): void;
}

/** How far a press may move and still be a click, pixels. */
const clickReach = 3;

/** Handles pan, zoom and box by pointer and wheel on `element`; returns what ends it. */
export function listenToPointer(element: HTMLElement, actions: PlotActions): () => void {
  let press: { x: number; y: number; moved: boolean; isBox: boolean; domain: readonly [number, number];
    values: readonly [number, number] | null } | null = null;

  const place = (event: PointerEvent | WheelEvent): readonly [number, number] => {
    const bounds = element.getBoundingClientRect();
    return [event.clientX - bounds.left - margin.left, event.clientY - bounds.top - margin.top];
  };

  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const [x, y] = place(event);
    press = {
      x,
      y,
      moved: false,
      isBox: event.shiftKey,
      domain: actions.link.domain,
      values: actions.values(),
    };
    element.setPointerCapture(event.pointerId);
  };

  const move = (event: PointerEvent): void => {
    const [x, y] = place(event);
    if (press === null) {
      actions.hover(x, y);
      return;
    }
    if (!press.moved && Math.hypot(x - press.x, y - press.y) <= clickReach) return;
    press.moved = true;
    const view = actions.view();
    if (press.isBox) {
      actions.box([press.x, actions.hasFreeValues ? press.y : 0, x, actions.hasFreeValues ? y : view.height]);
      return;
    }
    actions.panning(true);
    actions.leave();
    const perPixel = (press.domain[1] - press.domain[0]) / Math.max(1, view.width);
    actions.link.show(press.domain[0] - (x - press.x) * perPixel, press.domain[1] - (x - press.x) * perPixel);
    if (press.values !== null) {
      const shift = ((y - press.y) * (press.values[1] - press.values[0])) / Math.max(1, view.height);
      actions.showValues([press.values[0] + shift, press.values[1] + shift]);
    }
  };

  const up = (event: PointerEvent): void => {
    if (press === null) return;
    const [x, y] = place(event);
    const was = press;
    press = null;
    actions.panning(false);
    actions.box(null);
    if (!was.moved) {
      actions.select(x, y);
      return;
    }
    if (!was.isBox || Math.abs(x - was.x) < clickReach) return;
    const view = actions.view();
    const values = [view.valueAt(Math.max(y, was.y)), view.valueAt(Math.min(y, was.y))] as const;
    actions.link.show(view.timeAt(Math.min(x, was.x)), view.timeAt(Math.max(x, was.x)));
    if (actions.hasFreeValues && Math.abs(y - was.y) > 8) actions.showValues(values);
  };

  const cancel = (): void => {
    press = null;
    actions.box(null);
    actions.panning(false);
  };

  // A page that scrolls must not get stuck on a graph: the wheel zooms once the graph has the focus.
  const wheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && document.activeElement !== element) return;
    event.preventDefault();
    const [x, y] = place(event);
    const view = actions.view();
    const factor = Math.exp(Math.max(-1, Math.min(1, event.deltaY / 300)));
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      const by = event.deltaX === 0 ? event.deltaY : event.deltaX;
      actions.link.pan((by / Math.max(1, view.width)) * (view.to - view.from));
    } else if (event.altKey && actions.hasFreeValues) {
      const at = view.valueAt(y);
      actions.showValues([at - (at - view.low) * factor, at + (view.high - at) * factor]);
    } else {
      actions.link.zoom(factor, view.timeAt(Math.min(view.width, Math.max(0, x))));
    }
  };

  const double = (): void => {
    actions.showValues(null);
    actions.link.showAll();
  };
  const leave = (): void => actions.leave();

  element.addEventListener("pointerdown", down);
  element.addEventListener("pointermove", move);
  element.addEventListener("pointerup", up);
  element.addEventListener("pointercancel", cancel);
  element.addEventListener("pointerleave", leave);
  element.addEventListener("wheel", wheel, { passive: false });
  element.addEventListener("dblclick", double);
  return () => {
    element.removeEventListener("pointerdown", down);
    element.removeEventListener("pointermove", move);
    element.removeEventListener("pointerup", up);
    element.removeEventListener("pointercancel", cancel);
    element.removeEventListener("pointerleave", leave);
    element.removeEventListener("wheel", wheel);
    element.removeEventListener("dblclick", double);
  };
}
