import { Figure } from "../../components/Figure/Figure";
import { PacketText } from "../../components/PacketText/PacketText";
import type { Capture } from "../../data/AnalysisDocument";

interface DamageListProps {
  readonly capture: Capture;
  readonly title: string;
}

/** Where the file is damaged, and what became of the rest. */
export function DamageList({ capture, title }: DamageListProps) {
  return (
    <div className="capture-damage">
      <h4>{title}</h4>
      <ol>
        {capture.damage.map((damage, at) => (
          <li key={at}>
            <PacketText text={damage.reason} wraps />
            <span className="soft">
              {" "}
              at byte <Figure value={damage.byte_offset} />, after <Figure value={damage.packets_before} /> packets;{" "}
              <Figure value={damage.bytes_skipped} unit="bytes" /> passed over,{" "}
              {damage.resumed ? "reading went on behind it" : "reading ended there"}
            </span>
          </li>
        ))}
      </ol>
      {capture.further_damage > 0 && (
        <p className="soft">
          and <Figure value={capture.further_damage} /> places more
        </p>
      )}
    </div>
  );
}
