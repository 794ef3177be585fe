import { Figure } from "../../components/Figure/Figure";
import { KeyValue } from "../../components/KeyValue/KeyValue";
import { Moment } from "../../components/Moment/Moment";
import type { FlowFacts } from "./FlowFacts";
import { endingText } from "./words";

/** The figures of a flow. */
export function FactsCard({ facts }: { readonly facts: FlowFacts }): JSX.Element {
  const isTCP = facts.transport === "tcp";
  const both = (pair: readonly [number, number], unit: "bytes" | "count"): JSX.Element => (
    <><Figure value={pair[0]} unit={unit} /> sent, <Figure value={pair[1]} unit={unit} /> received</>
  );
  const count = (value: number): JSX.Element | null => (isTCP ? <Figure value={value} /> : null);
  return (
    <section className="card flow-facts" aria-labelledby="flow-facts">
      <h3 id="flow-facts">Facts</h3>
      <KeyValue entries={[
        ["Began", <Moment nanoseconds={facts.first} />],
        ["Lasted", <Figure value={facts.duration} unit="ns" />],
        [
          "Frames",
          `${facts.firstFrame.toLocaleString("en-US")} – ${facts.lastFrame.toLocaleString("en-US")}`,
        ],
        ["Packets", both(facts.packets, "count")],
        ["Bytes on the wire", both(facts.bytes, "bytes")],
        ["Payload", both(facts.payload, "bytes")],
      ]} />
      <KeyValue entries={[
        ["Ended", facts.ending === null ? null : endingText(facts.ending)],
        [
          "State",
          facts.state === null ? null : <span title={`History of flags: ${facts.history ?? "none"}`}>{facts.state} <span className="soft mono">{facts.history}</span></span>,
        ],
        ["Handshake RTT", facts.roundTrip === null ? null : <Figure value={facts.roundTrip} unit="ns" />],
        [
          "Smallest RTT",
          facts.smallestRoundTrip === null ? null : <Figure value={facts.smallestRoundTrip} unit="ns" />,
        ],
        ["Goodput", facts.goodput === null ? null : <Figure value={facts.goodput} unit="bps" />],
        ["Retransmissions", count(facts.retransmissions)],
        ["Out of order", count(facts.reordered)],
        ["Duplicate ACKs", count(facts.duplicateAcks)],
        ["Window closed", isTCP && facts.zeroWindows > 0
          ? <><Figure value={facts.zeroWindows} /> times, <Figure value={facts.zeroWindowTime} unit="ns" /> in all</> : null],
      ]} />
    </section>
  );
}
