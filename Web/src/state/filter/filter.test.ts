import assert from "node:assert/strict";
import test from "node:test";
import type { Table, TextColumn } from "../../data/Table";
import { compile } from "./compile";
import { complete } from "./complete";
import { parse } from "./parse";
import { FilterError } from "./tokens";

const rows: Record<string, string | number | null>[] = [
  {
    id: 1, transport: "tcp", service: "tls", name: "shop.example.com", client: "192.168.1.23",
    server: "198.51.100.9", client_port: 51000, server_port: 443, retransmissions: 7,
    severity: "warning", round_trip_ns: 34e6, bytes_sent: 600, bytes_received: 500,
    first_frame: 10, last_frame: 20,
  },
  {
    id: 2, transport: "udp", service: "dns", name: "www.example.com", client: "192.168.1.23",
    server: "192.168.1.1", client_port: 53000, server_port: 53, retransmissions: 0,
    severity: "ok", round_trip_ns: null, bytes_sent: 80, bytes_received: 120,
    first_frame: 1, last_frame: 2,
  },
  {
    id: 3, transport: "tcp", service: null, name: null, client: "2001:db8::1", server: "2001:db8:0:0::2",
    client_port: 443, server_port: 8080, retransmissions: 0, severity: "critical",
    round_trip_ns: 1e6, bytes_sent: 1e6, bytes_received: 1e6, first_frame: 15, last_frame: 99,
  },
];

const flows: Table = {
  rows: rows.length,
  constants: {},
  has: () => true,
  bytes: () => ({ width: 0, data: new Uint8Array() }),
  integers: (name) => Float64Array.from(rows, (row) => (row[name] as number | null) ?? NaN),
  texts: (name): TextColumn => {
    const values = [...new Set(rows.map((row) => row[name]).filter((text) => text != null))] as string[];
    const index = Int32Array.from(rows, (row) => values.indexOf(row[name] as string));
    return { values, index, at: (row) => values[index[row] ?? -1] ?? null };
  },
};

function matches(filter: string): number[] {
  const condition = parse(filter);
  const passes = condition ? compile(condition, flows) : () => true;
  return rows.map((_, row) => row).filter(passes).map((row) => row + 1);
}

const cases: [string, number[]][] = [
  ["", [1, 2, 3]],
  ["tcp", [1, 3]],
  ["tcp port 443", [1, 3]],
  ["tcp.port == 443 && retransmissions > 0", [1]],
  ["server_port 443", [1]],
  ["port != 443", [2]],
  ["not port 443", [2]],
  ["host 192.168.1.23 and not udp", [1]],
  ["host 192.168.1.0/24", [1, 2]],
  ["ip.addr eq 2001:db8::2", [3]],
  ["net 2001:db8::/32", [3]],
  ["host 0.0.0.0/0", [1, 2]],
  ["name contains EXAMPLE", [1, 2]],
  ['name = "www.example.com"', [2]],
  ["name != www.example.com", [1, 3]],
  ["service dns or severity >= critical", [2, 3]],
  ["udp or tcp and severity warning", [1, 2]],
  ["(udp or tcp) and severity = warning", [1]],
  ["rtt > 30ms", [1]],
  ["rtt <= 0.001", [3]],
  ["bytes >= 1MB", [3]],
  ["bytes = 200", [2]],
  ["frame 17", [1, 3]],
  ["shop", [1]],
  ["!udp", [1, 3]],
];

test("filters select the flows they describe", () => {
  for (const [filter, expected] of cases) assert.deepEqual(matches(filter), expected, filter);
});

const mistakes: [string, RegExp][] = [
  ["prot = 443", /no field “prot”/],
  ["retran > 0", /did you mean “retransmissions”/],
  ["port =", /a value for “port” is missing/],
  ["port = https", /“https” is not a number/],
  ["rtt > 5parsec", /30ms/],
  ["host = 300.1.1.1", /neither an address nor a network/],
  ["host 10.0.0.0/33", /neither an address nor a network/],
  ["(tcp", /closing parenthesis/],
  ["tcp)", /was not opened/],
  ["tcp and", /missing at the end/],
  ["> 5", /a field is missing/],
  ['name = "x', /quotation mark/],
  ["severity bad", /not a severity/],
  ["name > 5", /has no order/],
  ["port contains 4", /is a number/],
];

test("mistakes are named, and where they are", () => {
  for (const [filter, message] of mistakes) {
    try {
      matches(filter);
      assert.ok(false, `“${filter}” passed`);
    } catch (error) {
      assert.ok(error instanceof FilterError, `${filter}: ${String(error)}`);
      assert.ok(message.test(error.message), `${filter}: ${error.message}`);
      assert.ok(error.start <= error.end && error.end <= filter.length);
    }
  }
});

test("names of fields are completed, then their values", () => {
  assert.equal(complete("retr", 4, flows).offers[0]?.text, "retransmissions");
  assert.deepEqual(complete("tcp and sev", 11, flows).start, 8);
  const severities = complete("severity >= ", 12, flows).offers.map(({ text }) => text);
  assert.deepEqual(severities, ["ok", "notice", "warning", "critical"]);
  assert.deepEqual(
    complete("name contains shop", 18, flows).offers.map(({ text }) => text),
    ["shop.example.com"],
  );
  assert.deepEqual(complete("", 0, flows).offers, []);
});
