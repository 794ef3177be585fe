import { Badge } from "../../components/Badge/Badge";
import { counted } from "../../format/words";
import type { ViewProps } from "../View";
import { CaptureFacts } from "./CaptureFacts";
import { DamageList } from "./DamageList";
import { Interfaces } from "./Interfaces";
import { Limits } from "./Limits";
import { QualityList } from "./QualityList";
import "./Capture.css";

/** What was read, and how far it can be trusted. */
export function CaptureView({ data: { document } }: ViewProps) {
  return (
    <>
      <div className="view-header">
        <h2>Capture</h2>
        <Badge severity={document.quality.severity} label={trust[document.quality.severity]} />
      </div>
      <QualityList quality={document.quality} />
      {document.captures.map((capture, index) => (
        <section key={index} className="capture card">
          <CaptureFacts capture={capture} document={document} />
          <Interfaces interfaces={capture.interfaces} refused={capture.interfaces_refused} />
          {(capture.damage.length > 0 || capture.further_damage > 0) && (
            <DamageList capture={capture} title={counted(capture.damage.length + capture.further_damage, "damaged place")} />
          )}
        </section>
      ))}
      <Limits document={document} />
    </>
  );
}

const trust = {
  ok: "Sound",
  notice: "Sound, with notes",
  warning: "To be read with care",
  critical: "Not to be trusted",
} as const;
