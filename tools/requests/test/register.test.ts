import assert from "node:assert/strict";
import { test } from "node:test";
import { complete, samples } from "../src/data/samples/index.ts";
import { types } from "../src/data/types.ts";
import { vocabularies } from "../src/data/vocabularies.ts";
import { practiceCase } from "../src/model/workspace.ts";
import { aggregate, returnCsv } from "../src/register/aggregate.ts";
import { fromCsv, toCsv } from "../src/register/csv.ts";
import { oddDates, settle } from "../src/register/dates.ts";
import { dueList, entriesOf, entryOf, type Entry } from "../src/register/entry.ts";

const entry = (more: Entry = {}): Entry => ({ caseRef: "A-1", direction: "OUT", counterpart: "FRA", types: ["BANK"], bases: ["UNTOC"],
  sent: "2026-01-05", status: "SENT", ...more });

test("a written case goes into the register with its State, types and date", () => {
  const made = entryOf(complete, "2026-03-02")!;
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
  assert.deepEqual(entriesOf([{ caseRef: "A", moon: { phase: 1 } }]), { entries: [{ caseRef: "A", moon: { phase: 1 } }], removed: [] });
  const odd = entriesOf([{ caseRef: "A" }, { caseRef: {}, types: "BANK", grounds: [{}, "FORM"], direct: "yes", sent: ["2026"] }]);
  assert.deepEqual(odd.entries[1], { types: ["BANK"], grounds: ["FORM"] });
  assert.deepEqual(odd.removed, ["2.caseRef", "2.grounds.0", "2.direct", "2.sent"]);
});

test("the register comes back from CSV as it went, with commas, quotes, lines and formulas", () => {
  const register = [entry({ nextAction: 'Ask "again", twice\nat least' }), entry({ caseRef: "=HYPERLINK(1)", grounds: ["FORM", "OTHER"],
    direct: true })];
  assert.deepEqual(fromCsv(toCsv(register)).entries, register);
  assert.ok(toCsv(register).includes("'=HYPERLINK"));
});

test("what a spreadsheet wrote with semicolons is read, and another file is refused", () => {
  assert.deepEqual(fromCsv("caseRef;direction\r\nB-2;IN\r\n"), { entries: [{ caseRef: "B-2", direction: "IN" }], rows: [2], unread: [] });
  assert.throws(() => fromCsv("a,b\n1,2\n"));
});

test("what a table has and the register does not know is said, with row and column, and kept as it was", () => {
  const { entries, rows, unread } = fromCsv(
    "caseRef,status,types,grounds,direct,colour\r\nA,Envoyée,BANK BNK,,oui,red\r\n,,,,,\r\nB,SENT,,FORM,TRUE,\r\n");
  assert.deepEqual(unread.map(u => `${u.row} ${u.column} ${u.text}`),
    ["1 colour colour", "2 types BNK", "2 status Envoyée", "2 direct oui"]);
  assert.deepEqual(rows, [2, 4]);
  assert.deepEqual([entries[0]!.status, entries[0]!.types, entries[1]!.direct], ["Envoyée", ["BANK", "BNK"], true]);
});

test("dates of another form are offered where they are plain, asked about where they may be two, and named where they are none", () => {
  const table = fromCsv(["caseRef;sent;received;due;closed", "A;30/11/2026;03/04/2026;2026-11-30 00:00;03.04.2026",
    "B;05/04/2026;04/03/2026;soon;2026-01-05", "C;04.04.2026;;13/13/2026;"].join("\n"));
  const odd = oddDates(table.entries, table.rows);
  assert.deepEqual(odd.map(o => `${o.row} ${o.column} ${o.text}: ${o.days.join(" or ")}`), [
    "2 sent 30/11/2026: 2026-11-30", "3 sent 05/04/2026: 2026-04-05", "4 sent 04.04.2026: 2026-04-04",
    "2 received 03/04/2026: 2026-04-03 or 2026-03-04", "3 received 04/03/2026: 2026-03-04 or 2026-04-03",
    "2 due 2026-11-30 00:00: 2026-11-30", "3 due soon: ", "4 due 13/13/2026: ", "2 closed 03.04.2026: 2026-04-03 or 2026-03-04",
  ]);
  assert.deepEqual(dueList(table.entries.map(e => ({ ...e, status: "SENT" })), "2030-01-01"), []);
  settle(odd[0]!, odd[0]!.days[0]!);
  assert.equal(table.entries[0]!.sent, "2026-11-30");
});

test("a column in which the month comes first is read so, and one that shows both is asked about", () => {
  const days = (...sent: string[]) => oddDates(sent.map(s => ({ sent: s }))).map(o => o.days.length);
  assert.deepEqual(oddDates([{ sent: "11/30/2026" }, { sent: "03/04/2026" }]).map(o => o.days.join()), ["2026-11-30", "2026-03-04"]);
  assert.deepEqual(days("11/30/2026", "30/11/2026", "03/04/2026"), [1, 1, 2]);
});

const year = (counts: readonly number[]): Entry[] => counts.flatMap((n, kind) => Array.from({ length: n }, (_, i) =>
  entry({ caseRef: `SECRET-${i}`, counterpart: `X${kind}`, status: "CLOSED", outcome: "EXECUTED_FULL", closed: `2026-01-${10 + i}` })));

test("the return has numbers only, each request once, and hides what is small", () => {
  const register = [...year([6, 2]), entry({ sent: "2025-12-31" }), entry({ status: "DRAFT" })];
  const made = aggregate(register, "XAA", "2026");
  assert.deepEqual(made.cells.map(c => [c.counterpart, c.n, c.medianDays]), [["X0", 6, 7.5], ["X1", "<5", null]]);
  assert.deepEqual([made.threshold, made.total], [5, { from: 7, to: 10 }]);
  assert.ok(!/SECRET|2026-01/.test(JSON.stringify(made) + returnCsv(made)));
  assert.deepEqual(aggregate(register, "XAA", "2026", 1).cells.map(c => [c.n, c.medianDays]), [[6, 7.5], [2, 5.5]]);
});

test("no hidden count follows from a return: each that is possible makes the same one", () => {
  for (let [one, other] = [1, 4]; one < 5; one++, other--) {
    const made = aggregate(year([7, one, other]), "XAA", "2026");
    assert.deepEqual(made, aggregate(year([7, 1, 1]), "XAA", "2026"));
    assert.ok(made.total.from <= 7 + one + other && made.total.to >= 7 + one + other);
  }
});

test("few closed among many say nothing of how long one took", () => {
  const open = Array.from({ length: 6 }, () => entry({ status: "CLOSED", outcome: "LAPSED" }));
  assert.equal(aggregate([...open, entry({ status: "CLOSED", outcome: "LAPSED", closed: "2026-01-09" })], "XAA",
    "2026").cells[0]!.medianDays, null);
});

test("a practice case puts nothing into the register", () => {
  assert.equal(entryOf(practiceCase(samples[0]!), "2026-03-02"), undefined);
  assert.equal(entryOf(samples[0]!.case, "2026-03-02")!.caseRef, "OILC-2026-014");
});

test("the register knows every type of assistance", () => assert.deepEqual(vocabularies.measureType, types.map(t => t.code)));

test("a quote that opens no cell loses no row, in whichever row it stands, and the row is said to be odd", () => {
  const table = fromCsv('caseRef,status\nA,SENT\nB "urgent" 2,SENT\nC\nD');
  assert.deepEqual(table.entries.map(e => e.caseRef), ["A", 'B "urgent" 2', "C", "D"]);
  assert.deepEqual(table.unread.map(u => `${u.row} ${u.text}`), ['3 B "urgent" 2,SENT']);
  assert.deepEqual(fromCsv('caseRef,status,a "b" c\nA,SENT\nB,SENT\n').entries.length, 2);
  const unclosed = fromCsv('caseRef,status\n"A,SENT\nB,SENT\nC,SENT');
  assert.deepEqual([unclosed.entries.length, unclosed.unread.length], [3, 1]);
  assert.deepEqual(fromCsv("caseRef,status\nA,SENT,more\n").unread.map(u => u.text), ["more"]);
});

test("whatever a text begins with, it is no formula in a table, and comes back as it went", () => {
  for (const caseRef of ["=x", "'=x", "''=x", "'plain", "＝x", "＋1", "－1", "＠x", "-1", "@x", "'＝x"]) {
    const written = toCsv([entry({ caseRef })]);
    assert.doesNotMatch(written, /(^|[,\n"])[=+\-@＝＋－＠]/m, caseRef);
    assert.deepEqual(fromCsv(written).entries[0]!.caseRef, caseRef);
  }
  assert.match(toCsv([entry({ nextAction: "\n=x" })]), /"'\n=x"/);
});

test("a State by its name is read from a table, and what is none is said", () => {
  const table = fromCsv("caseRef,counterpart\nA,Brazil\nB,Atlantis\n");
  assert.deepEqual(table.entries.map(e => e.counterpart), ["BRA", "Atlantis"]);
  assert.deepEqual(table.unread.map(u => u.text), ["Atlantis"]);
});
