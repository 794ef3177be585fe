// Prints how much of the report's script each library takes: `Web/build --sizes`.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const { outputs } = JSON.parse(readFileSync("dist/meta.json", "utf8"));
const script = Object.entries(outputs).find(([path]) => path.endsWith(".js"))[1];
const compressed = (path) => gzipSync(readFileSync(path), { level: 9 }).length;

// The library of a source file; what is none of a library is Apus' own.
const libraryOf = (path) => /(?:node_modules|nodejs)\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? "apus";
const shares = new Map();
for (const [path, { bytesInOutput }] of Object.entries(script.inputs)) {
  const name = libraryOf(path);
  shares.set(name, (shares.get(name) ?? 0) + bytesInOutput);
}

const whole = compressed("dist/report.js");
const total = [...shares.values()].reduce((sum, bytes) => sum + bytes, 0);
const row = (name, bytes, gzip) =>
  console.log(name.padEnd(18) + String(bytes).padStart(9) + String(Math.round(gzip)).padStart(9));
console.log("".padEnd(18) + "    bytes" + "  gzip -9");
for (const [name, bytes] of [...shares].sort(([, left], [, right]) => right - left)) {
  // A library's compressed share cannot be measured apart: it is taken in proportion.
  row(name, bytes, (bytes / total) * whole);
}
row("report.js", script.bytes, whole);
row("report.css", readFileSync("dist/report.css").length, compressed("dist/report.css"));
