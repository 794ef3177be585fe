import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

test("the script begins with the licences of the libraries in it", () => {
  const script = readFileSync("dist/report.js", "utf8");
  const notices = readFileSync("../THIRD_PARTY_NOTICES.md", "utf8").trim();
  assert.ok(script.startsWith(`/*! ${notices} */`), "report.js does not begin with THIRD_PARTY_NOTICES.md");
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: object };
  assert.deepEqual(Object.keys(dependencies), ["react", "react-dom"], "a library more: name it in the notices");
});
