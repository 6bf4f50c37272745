import assert from "node:assert/strict";
import { test } from "node:test";
import { leaveOffice, removeItem } from "../src/model/edit.ts";
import { items, type Item } from "../src/rules/context.ts";

test("a measure is about the same person when another is taken out, and about nobody when that one is", () => {
  const of: Item = {
    persons: [{ name: "A" }, { name: "B" }, { name: "C" }],
    measures: [{ person: "2" }, { person: "1" }, { person: "3" }, {}],
  };
  removeItem(of, "persons", 0);
  assert.deepEqual(items(of, "persons").map(p => p.name), ["B", "C"]);
  assert.deepEqual(items(of, "measures").map(m => m.person), ["1", "", "2", undefined]);
});

test("another list is shortened, and measures stay as they are", () => {
  const of: Item = { events: [{}, {}], measures: [{ person: "1" }] };
  removeItem(of, "events", 0);
  assert.equal(items(of, "events").length, 1);
  assert.equal(items(of, "measures")[0]!.person, "1");
});

test("with another State the office of the one before is forgotten", () => {
  const of: Item = { asks: { deMinimis: "YES" }, addressee: { state: "SEN", office: "Bureau", address: "Dakar", channel: "EMAIL",
    record: { recordId: "x" } },
    meta: { directory: { sequence: 1 }, documentLanguage: "fr" } };
  leaveOffice(of);
  assert.deepEqual(of, { addressee: { state: "SEN" }, meta: { documentLanguage: "fr" } });
  leaveOffice({});
});
