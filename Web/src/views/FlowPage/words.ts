/** What a kind of reason means, for flows whose explanation is not in the document. */
const reasonTexts: Readonly<Record<string, string>> = {
  refused: "The server refused the connection: it answered the SYN with a RST.",
  unanswered: "Nobody answered the SYN.",
  handshake_retransmissions: "The handshake needed more than one try.",
  loss: "Segments were lost and sent again.",
  timeouts: "A sender waited for its retransmission timer before it sent lost data again.",
  stalled: "Loss held the transfer up.",
  spurious_retransmissions: "Data was sent again that had arrived already.",
  reordering: "Packets overtook each other.",
  high_rtt: "Round trips are long.",
  rising_rtt: "Round trips grow while data flows: a queue fills on the path.",
  congestion_marks: "Routers marked packets as congested (ECN).",
  zero_window: "A receiver closed its window: its application does not read fast enough.",
  window_limited: "The receive window limited the transfer.",
  slow_server: "The server took long to begin its answer.",
  slow_client: "The client took long to ask.",
  slow_network: "The network took most of the time until the first answer.",
  reset: "The connection ended with a RST.",
  suspicious_reset: "A RST does not fit its sender: it may be forged.",
  inconsistent_overlap: "The same bytes were sent twice with different contents.",
  bad_checksums: "Checksums are wrong.",
  port_reuse: "The ports were used again for another connection.",
  one_way: "Only one direction was captured.",
  missed_bytes: "The capture lacks part of the data.",
};

export function reasonText(kind: string): string {
  return reasonTexts[kind] ?? kind.replace(/_/g, " ");
}

const verdictTexts: Readonly<Record<string, string>> = {
  network: "The network set the pace: most of the time went into round trips and the rate of the path.",
  server: "The server set the pace: most of the time went by until its answers.",
  client: "The client set the pace: most of the time it had nothing to ask.",
  receiver_window: "The receiver set the pace: its window was closed or full most of the time.",
  sender: "The sender set the pace: in the middle of its answers it had nothing to send.",
  idle: "Nobody owed anything most of the time: the connection was idle.",
  unknown: "What set the pace cannot be told from this capture.",
};

/** What set the pace, in words; an unknown verdict is shown as it is. */
export function verdictText(verdict: string): string {
  return verdictTexts[verdict] ?? verdict.replace(/_/g, " ");
}

const endings: Readonly<Record<string, string>> = {
  end_of_capture: "open at the end of the capture", finished: "closed by both sides", reset: "reset",
  timeout: "silent for too long", superseded: "replaced by a new connection on the same ports",
  evicted: "dropped from the table of flows for want of room",
};

export function endingText(ending: string): string {
  return endings[ending] ?? ending.replace(/_/g, " ");
}

/** Text as one word of a POSIX shell. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_./:@%+=,-]+$/.test(text) && !text.startsWith("-") ? text : `'${text.replace(/'/g, "'\\''")}'`;
}
