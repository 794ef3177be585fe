import assert from "node:assert/strict";
import test from "node:test";
import { hashOf, stateOf } from "./hash";
import { initialState, ViewState } from "./ViewState";

test("the address holds the whole state", () => {
  const state: ViewState = {
    view: "flows",
    window: [120_000_000, 900_000_000],
    query: 'port = 443 and name contains "a&b#c?"',
    flow: 23,
    time: "absolute",
    zone: "local",
    sort: { column: "retransmissions", descending: true },
  };
  assert.deepEqual(stateOf(`#${hashOf(state)}`), state);
  assert.equal(hashOf(initialState), "findings");
});

test("a malformed address opens what is left of it", () => {
  assert.deepEqual(stateOf(""), initialState);
  assert.deepEqual(stateOf("#nowhere?from=9&to=3&flow=x&zone=mars&%%%"), initialState);
  assert.equal(stateOf("#flows?flow=7&from=1").flow, 7);
});
