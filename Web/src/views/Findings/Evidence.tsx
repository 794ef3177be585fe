import { CopyButton } from "../../components/CopyButton/CopyButton";
import { FlowLink } from "../../components/FlowLink/FlowLink";
import { PacketText } from "../../components/PacketText/PacketText";
import type { Finding } from "../../data/AnalysisDocument";
import { sinceStart } from "../../data/Instant";
import { counted, endpoint } from "../../format/words";
import type { ViewProps } from "../View";

interface EvidenceProps extends ViewProps {
  readonly finding: Finding;
}

/** How many flows and frames are named; the display filter has all that the analysis kept. */
const [flowLimit, frameLimit] = [5, 12];

/** What shows a finding: flows, frames, and the display filter that finds them in Wireshark. */
export function Evidence({ data, finding, state, change }: EvidenceProps) {
  const flows = finding.flows.slice(0, flowLimit);
  const { first_ns: first, last_ns: last } = finding;
  return (
    <section className="evidence">
      <h4>Evidence</h4>
      {flows.length > 0 && (
        <ul className="evidence-flows">
          {flows.map(({ id, originator, responder, transport }) => (
            <li key={id}>
              <FlowLink state={state} flow={id}>
                <PacketText text={endpoint(originator.address, originator.port)} wraps />
                <span aria-label="to"> → </span>
                <PacketText text={endpoint(responder.address, responder.port)} wraps />
              </FlowLink>{" "}
              <span className="soft">
                {transport}, flow {id}
              </span>
            </li>
          ))}
          {finding.flow_count > flows.length && (
            <li className="soft">and {counted(finding.flow_count - flows.length, "more flow", "more flows")}</li>
          )}
        </ul>
      )}
      {finding.frames.length > 0 && (
        <p className="soft">
          Frames {finding.frames.slice(0, frameLimit).join(", ")}
          {finding.frame_count > frameLimit && ` and ${(finding.frame_count - frameLimit).toLocaleString("en-US")} more`}
        </p>
      )}
      <div className="evidence-tools">
        {finding.display_filter && (
          <>
            <code tabIndex={0} role="group" aria-label="Display filter of Wireshark">
              <PacketText text={finding.display_filter} />
            </code>
            <CopyButton text={finding.display_filter} what="display filter" isLabelled />
          </>
        )}
        {first !== null && last !== null && (
          <button
            type="button"
            className="button no-print"
            onClick={() => {
              const [from, to] = [sinceStart(data.document, first), sinceStart(data.document, last)];
              // A tenth more at both ends, and never nothing.
              const margin = Math.max((to - from) / 10, 1e6);
              change(
                { view: "flows", window: [Math.max(0, Math.floor(from - margin)), Math.ceil(to + margin)] },
              );
            }}
          >
            All flows of that time
          </button>
        )}
      </div>
    </section>
  );
}
