import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { Unit } from "../Axis/ticks";
import type { Inspection, Layer, PlotView } from "./Layer";
import { onThemeChange, themePalette } from "./Palette";
import { listenToPointer } from "./PlotInput";
import { plotKey, type Stops } from "./plotKeys";
import { margin, PlotRenderer, type PlotContent } from "./PlotRenderer";
import { brief, PlotTip, spoken } from "./PlotTip";
import type { TimeLink } from "./TimeLink";
import "./TimePlot.css";

export interface TimePlotProps {
  /** Accessible name: what is shown, and of what. */
  readonly label: string;
  readonly link: TimeLink;
  readonly layers: readonly Layer[];
  readonly unit: Unit;
  readonly height: number;
  readonly clock?: number | null;
  readonly isLogarithmic?: boolean;
  readonly floor?: number | null;
  readonly hasFreeValues?: boolean;
  readonly stops: Stops;
  /** The values to show where nothing else was chosen; null fits all that is drawn. */
  readonly fit?: ((from: number, to: number) => readonly [number, number] | null) | null;
  /** What lies at a moment; `place` is where the pointer is, null for the keyboard. */
  readonly inspect: (
    view: PlotView,
    time: number,
    place: readonly [number, number] | null,
  ) => Inspection | null;
  readonly onSelect?: (inspection: Inspection) => void;
}

interface Tip {
  readonly inspection: Inspection;
  readonly x: number;
  readonly y: number;
}

const noClock = null;

/** A graph over time on a canvas, which pans and zooms together with all others of its link. */
export function TimePlot(props: TimePlotProps): JSX.Element {
  const { label, link, height, hasFreeValues = false } = props;
  const element = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const hint = useId();
  const [tip, setTip] = useState<Tip | null>(null);
  const [said, setSaid] = useState("");
  const [width, setWidth] = useState(0);
  const [isPanning, setPanning] = useState(false);
  // What fails while drawing fails in React, which knows what to show instead.
  const [, fail] = useState(null);
  const latest = useRef(props);
  latest.current = props;

  // What changes with every frame stays out of React.
  const drawing = useRef({
    renderer: null as PlotRenderer | null, request: 0, isStale: true, isSeen: true, isPointed: false,
    values: null as readonly [number, number] | null,
    box: null as readonly [number, number, number, number] | null,
    mark: null as readonly [number, number] | null,
  });

  const draw = useMemo(() => () => {
    const state = drawing.current;
    cancelAnimationFrame(state.request);
    state.request = 0;
    const { renderer } = state;
    if (renderer === null) return;
    const now = latest.current;
    try {
      if (state.isStale) {
        state.isStale = false;
        const [from, to] = now.link.domain;
        renderer.draw(contentOf(now), now.link.domain, state.values ?? now.fit?.(from, to) ?? null);
      }
      const { cursor } = now.link;
      const found = cursor === null || state.isPointed ? null : now.inspect(renderer.view, cursor, null);
      renderer.drawOverlay(cursor, state.mark, state.box, found === null ? null : brief(found));
    } catch (error) {
      fail(() => { throw error; });
    }
  }, []);
  const redraw = useMemo(() => (isStale: boolean) => {
    const state = drawing.current;
    state.isStale ||= isStale;
    // What is scrolled away is drawn when it comes back.
    if (state.request === 0 && state.isSeen) state.request = requestAnimationFrame(draw);
  }, [draw]);

  useEffect(() => {
    const host = element.current;
    if (host === null || canvas.current === null || overlay.current === null) return undefined;
    const state = drawing.current;
    const renderer = new PlotRenderer(canvas.current, overlay.current, themePalette());
    state.renderer = renderer;
    const observer = new ResizeObserver(() => {
      renderer.resize(host.clientWidth, host.clientHeight);
      setWidth(host.clientWidth);
      // At once, seen or not: a canvas that changes its size is empty, and paper shows all of them.
      state.isStale = true;
      draw();
    });
    observer.observe(host);
    const visibility = new IntersectionObserver(([entry]) => {
      state.isSeen = entry?.isIntersecting ?? true;
      if (state.isSeen) redraw(false);
    }, { rootMargin: "100px" });
    visibility.observe(host);
    const endTheme = onThemeChange(() => {
      state.isStale = true;
      draw();
    });
    const inspectAt = (x: number, y: number): Inspection | null => {
      const { view } = renderer;
      if (x < 0 || x > view.width) return null;
      return latest.current.inspect(view, view.timeAt(x), [x, y]);
    };
    const endPointer = listenToPointer(host, {
      view: () => renderer.view,
      get link() { return latest.current.link; },
      get hasFreeValues() { return latest.current.hasFreeValues ?? false; },
      showValues: (values) => { state.values = values; redraw(true); },
      values: () => state.values,
      hover: (x, y) => {
        const { view } = renderer;
        const found = inspectAt(x, y);
        state.isPointed = true;
        state.mark = found === null || found.value === null ? null : [found.time, found.value];
        setTip(found === null ? null : { inspection: found, x: x + margin.left, y: y + margin.top });
        latest.current.link.point(x < 0 || x > view.width ? null : found?.time ?? view.timeAt(x));
        redraw(false);
      },
      leave: () => {
        state.mark = null;
        state.isPointed = false;
        setTip(null);
        latest.current.link.point(null);
        redraw(false);
      },
      select: (x, y) => {
        const found = inspectAt(x, y);
        if (found !== null) latest.current.onSelect?.(found);
      },
      box: (box) => { state.box = box; redraw(false); },
      panning: setPanning,
    });
    return () => {
      cancelAnimationFrame(state.request);
      state.request = 0;
      state.renderer = null;
      observer.disconnect();
      visibility.disconnect();
      endTheme();
      endPointer();
    };
  }, [draw, redraw]);

  useEffect(() => {
    let domain = link.domain;
    return link.subscribe(() => {
      // Showing all means all values as well.
      if (domain !== link.domain && !link.isZoomed) drawing.current.values = null;
      redraw(domain !== link.domain);
      domain = link.domain;
    });
  }, [link, redraw]);

  useEffect(() => redraw(true));

  // A change of what is shown makes values chosen before meaningless.
  useEffect(() => {
    drawing.current.values = null;
  }, [props.unit, link]);

  const keyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { renderer } = drawing.current;
    if (event.key === "Enter" && props.onSelect !== undefined && renderer !== null && link.cursor !== null) {
      const found = props.inspect(renderer.view, link.cursor, null);
      if (found !== null) props.onSelect(found);
    } else if (!plotKey(event.key, event.shiftKey, link, props.stops)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "0") drawing.current.values = null;
    if (link.cursor === null || renderer === null) return;
    const found = props.inspect(renderer.view, link.cursor, null);
    drawing.current.isPointed = true;
    drawing.current.mark = found === null || found.value === null ? null : [found.time, found.value];
    setSaid(found === null ? "" : spoken(found));
    setTip(found === null ? null : {
      inspection: found,
      x: renderer.view.x(found.time) + margin.left,
      y: (found.value === null ? 20 : renderer.view.y(found.value)) + margin.top,
    });
    redraw(false);
  };

  return (
    <div
      ref={element}
      className={`plot ${hasFreeValues ? "plot-can-pan" : ""} ${isPanning ? "plot-is-panning" : ""}`}
      style={{ height }}
      role="application"
      aria-roledescription="graph"
      aria-label={label}
      aria-describedby={hint}
      tabIndex={0}
      onKeyDown={keyDown}
      onBlur={() => {
        setTip(null);
        drawing.current.mark = null;
        drawing.current.isPointed = false;
        link.point(null);
        redraw(false);
      }}
    >
      <canvas ref={canvas} aria-hidden="true" />
      <canvas ref={overlay} className="plot-overlay" aria-hidden="true" />
      {tip !== null && <PlotTip {...tip} {...{ width, height }} />}
      <span id={hint} className="unseen">
        Arrow keys go from point to point, with Shift they move the view; plus and minus zoom, 0 shows all.
      </span>
      <span className="unseen" aria-live="polite">{said}</span>
    </div>
  );
}

function contentOf(props: TimePlotProps): PlotContent {
  return {
    layers: props.layers, unit: props.unit, clock: props.clock ?? noClock,
    isLogarithmic: props.isLogarithmic ?? false, floor: props.floor === undefined ? 0 : props.floor,
  };
}
