import assert from "node:assert/strict";
import test from "node:test";
import type { Assessment, AnalysisDocument } from "../../data/AnalysisDocument";
import type { Table } from "../../data/Table";
import { apusFilter, displayFilter, type FlowFacts } from "./FlowFacts";
import { traceCommand } from "./NotTraced";
import { timeParts } from "./timeParts";
import { traceOf } from "./traceOf";
import { shellWord } from "./words";

const facts = {
  id: 7, transport: "tcp", client: "10.0.0.1", clientPort: 51000, server: "10.0.0.2", serverPort: 80,
} as FlowFacts;

test("filters name both endpoints, in Wireshark's words and in those of apus", () => {
  assert.equal(
    displayFilter(facts),
    "ip.addr eq 10.0.0.1 && ip.addr eq 10.0.0.2 && tcp.port eq 51000 && tcp.port eq 80",
  );
  assert.equal(apusFilter(facts), "flow 10.0.0.1:51000-10.0.0.2:80");
  const six = { ...facts, client: "2001:db8::1", server: "2001:db8::2", transport: "udp" };
  assert.equal(
    displayFilter(six),
    "ipv6.addr eq 2001:db8::1 && ipv6.addr eq 2001:db8::2 && udp.port eq 51000 && udp.port eq 80",
  );
  assert.equal(apusFilter(six), "flow [2001:db8::1]:51000-[2001:db8::2]:80");
  assert.equal(apusFilter({ ...facts, transport: "icmp" }), "host 10.0.0.1 and host 10.0.0.2");
});

test("a command survives any file name", () => {
  assert.equal(shellWord("captures/a-1.pcap"), "captures/a-1.pcap");
  assert.equal(shellWord("it's; rm -rf $HOME.pcap"), "'it'\\''s; rm -rf $HOME.pcap'");
  assert.equal(shellWord("-o"), "'-o'");
  const document = { captures: [{ name: "two words.pcap" }] } as unknown as AnalysisDocument;
  assert.equal(traceCommand(document, facts),
    `apus analyze 'two words.pcap' --filter "flow 10.0.0.1:51000-10.0.0.2:80" --protocols all --html flow-7.html`);
});

test("where the time went comes from the document, else from the trace, else from nowhere", () => {
  const assessment = { flow: {
    id: 7,
    tcp: { time_spent: { handshake_ns: 5, response_transfer_ns: 90, response_loss_stall_ns: 40 } },
  } };
  const parts = timeParts(assessment as unknown as Assessment, null) ?? [];
  assert.equal(parts.find((part) => part.id === "handshake_ns")?.nanoseconds, 5);
  assert.deepEqual(
    parts.find((part) => part.id === "response_transfer_ns")?.within?.map((inner) => inner.nanoseconds),
    [40, 0],
  );
  assert.equal(timeParts(null, { constants: { handshake_ns: 9 } } as unknown as Table)?.[0]?.nanoseconds, 9);
  assert.equal(timeParts(null, { constants: {} } as unknown as Table), null);
  assert.equal(timeParts({ flow: { id: 7, tcp: null } } as unknown as Assessment, null), null);
});

test("packets that the capture has out of order are put in order of time, with all that is theirs", () => {
  const columns: Readonly<Record<string, number[]>> = {
    time_ns: [10, 30, 20, 30], frame: [1, 2, 3, 4], from: [0, 1, 0, 1], flags: [2, 18, 16, 16],
    seq: [0, 0, 1, 1], length: [0, 0, 5, 6],
  };
  const classes = [null, "fast", "reordered", null];
  const values = ["fast", "reordered"];
  const table = {
    rows: 4, constants: {},
    has: (name: string) => name in columns || name === "class",
    integers: (name: string) => Float64Array.from(columns[name]!),
    texts: () => ({
      values, index: Int32Array.from(classes, (one) => (one === null ? -1 : values.indexOf(one))),
      at: (row: number) => classes[row] ?? null,
    }),
  } as unknown as Table;
  const trace = traceOf(table);
  assert.deepEqual([...trace.time], [10, 20, 30, 30]);
  assert.deepEqual([...trace.frame], [1, 3, 2, 4]);
  assert.deepEqual([...trace.kind].map((kind) => trace.kinds[kind]), ["", "reordered", "fast", ""]);
  assert.ok(Number.isNaN(trace.ack[0]!));
});
