import { useMemo, useSyncExternalStore } from "react";
import { exactDuration } from "../Axis/exact";
import { SeriesChart, type Series } from "../SeriesChart/SeriesChart";
import type { TimeLink } from "../TimePlot/TimeLink";
import { binWidth, throughput } from "../Trace/measures";
import type { Trace } from "../Trace/Trace";

/** The most bins for the span that is shown: finer than that, steps are no longer seen. */
const mostBins = 400;

/** Payload each way over time; bins get finer as the view is zoomed. */
export function ThroughputGraph({ trace, link, clock, height }: {
  readonly trace: Trace;
  readonly link: TimeLink;
  readonly clock: number | null;
  readonly height?: number;
}): JSX.Element {
  const shown = useSyncExternalStore(
    link.subscribe,
    () => binWidth(link.domain[1] - link.domain[0], mostBins),
  );
  const [start, end] = link.extent;
  // The whole flow in the bins of a deep zoom would be millions: they stay coarser then.
  const width = Math.max(shown, binWidth(end - start, 20_000));
  // Bins begin on round times, so that they stay where they are when others are looked at.
  const origin = Math.floor(start / width) * width;
  const series = useMemo((): readonly Series[] => {
    const client = throughput(trace, 0, origin, end, width);
    const server = throughput(trace, 1, origin, end, width);
    const all: Series[] = [];
    if (hasAny(server.all.values)) {
      all.push({
        id: "server",
        label: "Server → client",
        color: "--chart-reply",
        fill: "--chart-reply-soft",
        values: server.all.values,
      });
      if (differ(server.all.values, server.fresh.values)) {
        all.push({ id: "server-again", label: "Sent again by the server", color: "--chart-loss", fill: "--chart-loss",
          values: server.all.values.map((value, bin) => value - server.fresh.values[bin]!) });
      }
    }
    if (hasAny(client.all.values)) {
      all.push({ id: "client", label: "Client → server", color: "--chart-data", values: client.all.values });
      if (differ(client.all.values, client.fresh.values)) {
        all.push({ id: "client-again", label: "Sent again by the client", color: "--chart-fast", dash: true,
          values: client.all.values.map((value, bin) => value - client.fresh.values[bin]!) });
      }
    }
    return all;
  }, [trace, origin, end, width]);
  if (series.length === 0) return <p className="chart-note chart-empty">This flow carried no payload.</p>;
  return (
    <SeriesChart
      title="Throughput"
      note={`Payload in bins of ${exactDuration(width)}`}
      unit="bits/s"
      {...{ link, width, series, clock }}
      start={origin}
      {...(height === undefined ? {} : { height })}
    />
  );
}

function hasAny(values: Float64Array): boolean {
  return values.some((value) => value > 0);
}

function differ(a: Float64Array, b: Float64Array): boolean {
  return a.some((value, index) => value !== b[index]);
}
