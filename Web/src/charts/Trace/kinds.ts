/** How a class of packets is drawn: colour and shape together, so that neither is needed alone. */
export interface KindStyle {
  readonly label: string;
  /** Whether the mark belongs to the data sent, or to the acknowledgment line. */
  readonly on: "data" | "ack";
  readonly color: string;
  readonly shape: Shape;
  readonly explanation: string;
}

export type Shape =
  | "triangle" | "down" | "diamond" | "square" | "circle" | "cross" | "plus" | "ring" | "bar" | "star";

const data = "data";
const ack = "ack";

/** Classes as the events of the analysis name them; what they mean is told in docs/tcp-analysis.md. */
export const kindStyles: Readonly<Record<string, KindStyle>> = {
  retransmission: { label: "Retransmission", on: data, color: "--chart-loss", shape: "triangle",
    explanation: "Sent again: every byte had been captured before." },
  fast: { label: "Fast retransmission", on: data, color: "--chart-fast", shape: "diamond",
    explanation: "Sent again after duplicate ACKs or SACK told of the loss." },
  timeout: { label: "Retransmission timeout", on: data, color: "--chart-loss", shape: "square",
    explanation: "Sent again when the sender's retransmission timer ran out." },
  tail_loss_probe: { label: "Tail loss probe", on: data, color: "--chart-probe", shape: "star",
    explanation: "Sent again to learn whether the last segments were lost (RFC 8985)." },
  slow_start: { label: "Slow start after timeout", on: data, color: "--chart-loss", shape: "plus",
    explanation: "Sent again while the sender recovers after a timeout." },
  spurious: { label: "Spurious retransmission", on: data, color: "--chart-spurious", shape: "ring",
    explanation: "Sent again though the receiver had it already." },
  other: { label: "Retransmission, cause unknown", on: data, color: "--chart-loss", shape: "cross",
    explanation: "Sent again; what made the sender do so cannot be told." },
  retransmission_partial: { label: "Partial retransmission", on: data, color: "--chart-loss", shape: "down",
    explanation: "Sent again together with new bytes." },
  retransmission_of_uncaptured: { label: "Retransmission (original lost before the capture)", on: data,
    color: "--chart-fast", shape: "triangle", explanation: "Fills a hole: the original never came past the capture point." },
  late_original: { label: "Late original", on: data, color: "--chart-reorder", shape: "down",
    explanation: "The original, overtaken by its retransmission." },
  second_copy_ambiguous: { label: "One of two copies", on: data, color: "--chart-probe", shape: "cross",
    explanation: "Which of two copies is the original cannot be told." },
  reordered: { label: "Out of order", on: data, color: "--chart-reorder", shape: "circle",
    explanation: "The original, arriving after later segments." },
  hole_fill_unknown: { label: "Fills a hole", on: data, color: "--chart-reorder", shape: "plus",
    explanation: "Reordered or sent again: cannot be told." },
  capture_gap_fill: { label: "Capture gap filled", on: data, color: "--chart-quiet", shape: "plus",
    explanation: "The receiver had it already: the capture lost or reordered it." },
  duplicate_frame: { label: "Captured twice", on: data, color: "--chart-quiet", shape: "ring",
    explanation: "The same packet captured twice, not sent twice." },
  keep_alive: { label: "Keep-alive", on: data, color: "--chart-quiet", shape: "circle",
    explanation: "Asks an idle peer whether it is still there." },
  window_probe: { label: "Window probe", on: data, color: "--chart-probe", shape: "bar",
    explanation: "Asks whether the closed window has opened." },
  zero_window: { label: "Zero window", on: ack, color: "--chart-window-closed", shape: "bar",
    explanation: "The receiver's buffer is full: the sender has to wait." },
  duplicate_ack: { label: "Duplicate ACK", on: ack, color: "--chart-dup", shape: "bar",
    explanation: "The receiver still waits for the same byte." },
  triple_duplicate_ack: { label: "Triple duplicate ACK", on: ack, color: "--chart-dup", shape: "square",
    explanation: "The third duplicate ACK: the sender takes the segment for lost." },
  d_sack: { label: "D-SACK", on: ack, color: "--chart-spurious", shape: "square",
    explanation: "The receiver says that it got data twice." },
  ack_of_unseen: { label: "ACK of data not captured", on: ack, color: "--chart-quiet", shape: "cross",
    explanation: "The capture missed what is acknowledged here." },
  keep_alive_ack: { label: "Keep-alive ACK", on: ack, color: "--chart-quiet", shape: "square",
    explanation: "The answer to a keep-alive." },
  window_update: { label: "Window update", on: ack, color: "--chart-window", shape: "down",
    explanation: "The window opens without new data acknowledged." },
  window_shrink: { label: "Window shrinks", on: ack, color: "--chart-window", shape: "cross",
    explanation: "The right edge of the window moves back." },
  window_full: { label: "Window full", on: data, color: "--chart-window-closed", shape: "down",
    explanation: "The sender has filled the receive window and has to wait." },
  gap: { label: "After a gap", on: data, color: "--chart-reorder", shape: "bar",
    explanation: "Bytes before it have not been captured: lost, overtaken, or missed by the capture." },
  stall: { label: "End of a stall", on: data, color: "--chart-loss", shape: "star",
    explanation: "Loss let nothing move until here." },
  inconsistent_overlap: { label: "Other bytes than before", on: data, color: "--chart-fast", shape: "star",
    explanation: "The same sequence numbers were sent with different contents." },
  implausible_seq: { label: "Implausible sequence number", on: data, color: "--chart-spurious", shape: "star",
    explanation: "Far from everything that this side has sent." },
  data_after_reset: { label: "Data after a RST", on: data, color: "--chart-probe", shape: "down",
    explanation: "Sent though the connection was reset." },
  bad_checksum: { label: "Bad checksum", on: data, color: "--chart-probe", shape: "ring",
    explanation: "The receiver throws it away." },
  reset: { label: "Reset", on: data, color: "--chart-loss", shape: "bar",
    explanation: "The connection ends here." },
  connection_refused: { label: "Refused", on: data, color: "--chart-control", shape: "cross",
    explanation: "The server answered the SYN with a RST." },
  rst_out_of_window: { label: "RST outside the window", on: data, color: "--chart-spurious", shape: "cross",
    explanation: "The receiver should ignore it." },
  rst_suspicious: { label: "Suspicious RST", on: data, color: "--chart-fast", shape: "cross",
    explanation: "It does not fit its sender: it may be forged." },
  port_reuse: { label: "Ports used again", on: data, color: "--chart-quiet", shape: "diamond",
    explanation: "A new connection between the same ports." },
  syn_ack_changed: { label: "Another SYN-ACK", on: data, color: "--chart-probe", shape: "diamond",
    explanation: "The server answered the SYN with another sequence number than before." },
  simultaneous_open: { label: "Simultaneous open", on: data, color: "--chart-quiet", shape: "triangle",
    explanation: "Both sides sent a SYN." },
};

/** The style of a class; one that this page does not know is shown under its own name. */
export function kindStyle(name: string, hasPayload: boolean): KindStyle {
  const known = kindStyles[name];
  if (known !== undefined) return known;
  return {
    label: name.replace(/_/g, " "), on: hasPayload ? data : ack, color: "--chart-probe", shape: "cross",
    explanation: "",
  };
}
