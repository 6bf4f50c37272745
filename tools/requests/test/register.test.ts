import assert from "node:assert/strict";
import { test } from "node:test";
import { complete } from "../src/data/samples/index.ts";
import { types } from "../src/data/types.ts";
import { vocabularies } from "../src/data/vocabularies.ts";
import { aggregate, returnCsv } from "../src/register/aggregate.ts";
import { fromCsv, toCsv } from "../src/register/csv.ts";
import { dueList, entriesOf, entryOf, type Entry } from "../src/register/entry.ts";

const entry = (more: Entry = {}): Entry => ({ caseRef: "A-1", direction: "OUT", counterpart: "FRA", types: ["BANK"], bases: ["UNTOC"], sent: "2026-01-05", status: "SENT", ...more });

test("a written case goes into the register with its State, types and date", () => {
  const made = entryOf(complete, "2026-03-02");
  assert.deepEqual([made.counterpart, made.types, made.bases, made.sent], ["FRA", ["STATEMENT"], ["UNTOC"], "2026-03-02"]);
});

test("an acknowledgement is due after 14 days and a reminder after 60, and nothing of what is closed", () => {
  const on = (today: string, more?: Entry) => dueList([entry(more)], today).map(d => `${d.why} ${d.on}`);
  assert.deepEqual(on("2026-01-18"), []);
  assert.deepEqual(on("2026-01-19"), ["acknowledgement 2026-01-19"]);
  assert.deepEqual(on("2026-03-06"), ["acknowledgement 2026-01-19", "reminder 2026-03-06"]);
  assert.deepEqual(on("2026-03-06", { acknowledged: "2026-01-10", due: "2026-02-01" }), ["due 2026-02-01", "reminder 2026-03-06"]);
  assert.deepEqual(on("2026-03-06", { status: "CLOSED" }), []);
});

test("what is no date is due on none, and what is no list of rows is no register", () => {
  for (const sent of ["15/03/2026", "2026-13-01", "soon"])
    assert.deepEqual(dueList([entry({ sent, due: sent })], "2030-01-01"), []);
  for (const of of [{}, [null], [[]], "x"]) assert.throws(() => entriesOf(of));
  assert.deepEqual(entriesOf([{ caseRef: "A" }]), [{ caseRef: "A" }]);
});

test("the register comes back from CSV as it went, with commas, quotes, lines and formulas", () => {
  const register = [entry({ nextAction: 'Ask "again", twice\nat least' }), entry({ caseRef: "=HYPERLINK(1)", grounds: ["FORM", "OTHER"], direct: true })];
  assert.deepEqual(fromCsv(toCsv(register)), register);
  assert.ok(toCsv(register).includes("'=HYPERLINK"));
});

test("what a spreadsheet wrote with semicolons is read, and another file is refused", () => {
  assert.deepEqual(fromCsv("caseRef;direction\r\nB-2;IN\r\n"), [{ caseRef: "B-2", direction: "IN" }]);
  assert.throws(() => fromCsv("a,b\n1,2\n"));
});

test("the return has numbers only, each request once", () => {
  const register = [
    entry({ status: "CLOSED", outcome: "EXECUTED_FULL", closed: "2026-01-25" }), entry({ status: "CLOSED", outcome: "EXECUTED_FULL", closed: "2026-02-04" }),
    entry({ caseRef: "SECRET-9" }), entry({ sent: "2025-12-31" }), entry({ status: "DRAFT" }),
  ];
  const made = aggregate(register, "XAA", "2026");
  assert.deepEqual(made.cells.map(c => [c.outcome, c.n, c.medianDays]), [["", 1, null], ["EXECUTED_FULL", 2, 25]]);
  assert.ok(!/SECRET|A-1|2026-01/.test(JSON.stringify(made) + returnCsv(made)));
});

test("the register knows every type of assistance", () => assert.deepEqual(vocabularies.measureType, types.map(t => t.code)));
