import { visibleText } from "../../format/visibleText";
import "./PacketText.css";

interface PacketTextProps {
  readonly text: string | null;
  /** Wraps where it is too long, instead of being cut at the edge. */
  readonly wraps?: boolean;
}

/** Text that came from packets: never markup, never unseen, never breaking the layout. */
export function PacketText({ text, wraps = false }: PacketTextProps) {
  if (text === null) return <span className="soft">–</span>;
  if (text === "") return <span className="soft">(empty)</span>;
  const visible = visibleText(text);
  return (
    <bdi className={wraps ? "packet-text packet-text-wraps" : "packet-text"} title={visible}>
      {visible}
    </bdi>
  );
}
