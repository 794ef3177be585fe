import { useMemo } from "react";
import { exactDuration } from "../../charts/Axis/exact";
import { Histogram } from "../../charts/Histogram/Histogram";
import { SeriesChart, type Series } from "../../charts/SeriesChart/SeriesChart";
import { ZoomButtons } from "../../charts/TimePlot/ZoomButtons";
import { EmptyState } from "../../components/EmptyState/EmptyState";
import type { AnalysisDocument, DurationSeries } from "../../data/AnalysisDocument";
import type { Dataset } from "../../data/Dataset";
import { select } from "../../state/Selection";
import type { ViewProps } from "../View";
import { captureClock, captureExtent } from "./captureTime";
import { hasBins, hasSamples, known, perSecond, seriesStart } from "./series";
import { useWindowLink } from "./useWindowLink";
import "./TimelineView.css";

/** What happened when: traffic, loss, round trips and name lookups over the same time. */
export function TimelineView(props: ViewProps): JSX.Element {
  if (!hasBins(props.data.document)) {
    return (
      <EmptyState title="No times">
        The packets of this capture carry no usable times, so nothing can be shown over time.
      </EmptyState>
    );
  }
  return <Panels {...props} />;
}

function Panels({ data, state, change }: ViewProps): JSX.Element {
  const { document } = data;
  const extent = useMemo(() => captureExtent(document), [document]);
  const link = useWindowLink(extent, state, change);
  const clock = captureClock(document, state);
  const panels = useMemo(() => panelSeries(document), [document]);
  const width = document.series.width_ns;
  const selection = select(data, state);
  const handshakes = useMemo(
    () => picked(data.flows.integers("round_trip_ns"), selection.rows),
    [data, selection],
  );
  const lookups = useMemo(() => lookupTimes(data, selection.rowsOf(data.dns)), [data, selection]);
  const time = { link, start: seriesStart(document), width, clock };
  const bins = `Bins of ${exactDuration(width)}`;
  return (
    <div className="timeline-view">
      <h2 className="unseen">Timeline</h2>
      <div className="card panel panel-wide">
        <SeriesChart title="Throughput" note={`Bytes of whole frames. ${bins}`} unit="bits/s" height={170}
          series={panels.throughput} {...time} actions={<ZoomButtons link={link} />} />
      </div>
      <div className="card panel">
        <SeriesChart
          title="Packets and retransmissions"
          note="Packets a second"
          unit="count"
          series={panels.packets}
          {...time}
        />
      </div>
      <div className="card panel">
        <SeriesChart
          title="Connections"
          note={`New in each bin. ${bins}`}
          unit="count"
          series={panels.connections}
          {...time}
        />
      </div>
      <div className="card panel">
        {hasSamples(document.series.round_trips)
          ? <SeriesChart title="Round trips" note="Of TCP, at the capture point" unit="ns" isLogarithmic series={panels.roundTrips} {...time} />
          : <EmptyState title="No round trips">No TCP data was acknowledged in both directions of this capture.</EmptyState>}
      </div>
      <div className="card panel">
        <Histogram
          title="Round trips of handshakes"
          note="One for each connection that is selected"
          values={handshakes} unit="ns" of="connection"
          empty="No whole handshake among the flows that are selected."
        />
      </div>
      <div className="card panel">
        {hasSamples(document.series.name_lookups)
          ? <SeriesChart title="DNS latency" note="From query to answer" unit="ns" isLogarithmic series={panels.lookups} {...time} />
          : (
            <EmptyState title="No name lookups">
              {document.applications === null
                ? "Payloads were not read: run apus analyze with --protocols all."
                : "No DNS query of this capture was answered."}
            </EmptyState>
          )}
      </div>
      <div className="card panel">
        <Histogram
          title="DNS answers"
          note="Time until the answer, repeats included"
          values={lookups} unit="ns" of="answer" color="--chart-reply"
          empty={document.applications === null
            ? "Payloads were not read: run apus analyze with --protocols all."
            : "No answered query among the flows that are selected."}
        />
      </div>
    </div>
  );
}

interface PanelSeries {
  readonly throughput: readonly Series[];
  readonly packets: readonly Series[];
  readonly connections: readonly Series[];
  readonly roundTrips: readonly Series[];
  readonly lookups: readonly Series[];
}

function panelSeries(document: AnalysisDocument): PanelSeries {
  const { series } = document;
  const width = series.width_ns;
  return {
    throughput: [{
      id: "bits",
      label: "All traffic",
      color: "--chart-data",
      fill: "--chart-data-soft",
      values: perSecond(series.bytes, width, 8),
    }],
    packets: [
      {
        id: "packets",
        label: "Packets",
        color: "--chart-data",
        fill: "--chart-data-soft",
        values: perSecond(series.packets, width),
      },
      {
        id: "retransmissions",
        label: "Retransmissions",
        color: "--chart-loss",
        values: perSecond(series.retransmissions, width),
      },
    ],
    connections: [{
      id: "connections",
      label: "New connections",
      color: "--chart-reply",
      fill: "--chart-reply-soft",
      values: Float64Array.from(series.connections),
    }],
    roundTrips: percentiles(series.round_trips, "--chart-data", "--chart-data-band"),
    lookups: percentiles(series.name_lookups, "--chart-reply", "--chart-reply-band"),
  };
}

function percentiles(series: DurationSeries, color: string, soft: string): readonly Series[] {
  return [
    {
      id: "p95",
      label: "Up to the 95th percentile",
      explanation: "19 of 20 were shorter",
      color: soft,
      values: known(series.p95_ns),
    },
    {
      id: "p50",
      label: "Median",
      explanation: "Half were shorter",
      color,
      bandTo: "p95",
      values: known(series.p50_ns),
    },
  ];
}

function picked(values: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row]!);
}

function lookupTimes(data: Dataset, rows: Int32Array): Float64Array {
  return data.dns.rows === 0 ? new Float64Array(0) : picked(data.dns.integers("response_time_ns"), rows);
}
