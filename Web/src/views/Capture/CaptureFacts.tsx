import { Figure } from "../../components/Figure/Figure";
import { KeyValue } from "../../components/KeyValue/KeyValue";
import { Moment } from "../../components/Moment/Moment";
import { PacketText } from "../../components/PacketText/PacketText";
import { absoluteTime } from "../../format/times";
import type { AnalysisDocument, Capture, Instant } from "../../data/AnalysisDocument";
import { sinceStart } from "../../data/Instant";

interface CaptureFactsProps {
  readonly capture: Capture;
  readonly document: AnalysisDocument;
}

/** What the file says of itself. */
export function CaptureFacts({ capture, document }: CaptureFactsProps) {
  const moment = (instant: Instant | null) =>
    instant === null ? null : (
      <>
        <span className="mono">{absoluteTime(instant, 0, "utc")}</span> UTC{" "}
        <span className="soft">
          (<Moment nanoseconds={sinceStart(document, instant)} />)
        </span>
      </>
    );
  const amount = (value: number | null, unit: "count" | "bytes" | "ns" = "count") =>
    value === null ? null : <Figure value={value} unit={unit} />;
  const text = (value: string | null) => (value === null ? null : <PacketText text={value} wraps />);
  const orNull = (value: number) => (value === 0 ? null : value);
  return (
    <>
      <h3 className="capture-name">
        <PacketText text={capture.name} wraps />
      </h3>
      <div className="capture-facts">
        <KeyValue
          entries={[
            ["Format", [capture.format, capture.byte_order && `${capture.byte_order} endian`].filter(Boolean).join(", ")],
            ["Compression", text(capture.compression)],
            ["Size of the file", amount(capture.file_size, "bytes")],
            ["Packets", amount(capture.packets)],
            ["Bytes captured", amount(capture.captured_bytes, "bytes")],
            ["Snapshot length", amount(orNull(capture.snap_length ?? 0), "bytes")],
            ["Packets cut to", capture.shortest_cut === null ? null : cut(capture)],
            ["Packets found behind damage", amount(orNull(capture.recovered_packets))],
          ]}
        />
        <KeyValue
          entries={[
            ["First packet", moment(capture.first_ns)],
            ["Last packet", moment(capture.last_ns)],
            ["Duration", amount(capture.duration_ns, "ns")],
            ["Order in time", capture.time_order],
            ["Precision of times", precision(capture.time_precision_digits)],
            ["Packets without time", amount(orNull(capture.packets_without_time))],
            ["Dropped, as packets say", amount(orNull(capture.dropped_before_packets))],
            ["Captured with", text(capture.application)],
            ["Operating system", text(capture.operating_system)],
            ["Hardware", text(capture.hardware)],
            ["Texts beyond the limits", amount(orNull(capture.metadata_refused))],
          ]}
        />
      </div>
      {capture.comments.map((comment, at) => (
        <blockquote key={at} className="capture-comment">
          <PacketText text={comment} wraps />
        </blockquote>
      ))}
    </>
  );
}

function cut({ shortest_cut: shortest, longest_cut: longest }: Capture) {
  return (
    <>
      <Figure value={shortest} unit="bytes" />
      {longest !== shortest && (
        <>
          {" – "}
          <Figure value={longest} unit="bytes" />
        </>
      )}
    </>
  );
}

function precision(digits: number | null): string | null {
  if (digits === null) return null;
  const names: Readonly<Record<number, string>> = { 0: "seconds", 3: "milliseconds", 6: "microseconds", 9: "nanoseconds" };
  return names[digits] ?? `${digits} digits of a second`;
}
