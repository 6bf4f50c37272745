import assert from "node:assert/strict";
import { test } from "node:test";
import { groups, type Field } from "../src/data/fields.ts";
import { typeOf } from "../src/data/types.ts";
import { complete, sampleDay, samples } from "../src/data/samples/index.ts";
import { compose, voiceOf } from "../src/document/compose.ts";
import { toDocx } from "../src/document/docx.ts";
import { letters } from "../src/document/letters.ts";
import { placeOf } from "../src/document/names.ts";
import { leaveOffice, removeItem } from "../src/model/edit.ts";
import { DraftError, read, write, type Draft } from "../src/model/draft.ts";
import { asDirectory, contextOf } from "../src/packages/packages.ts";
import { saidOf } from "../src/packages/record.ts";
import { aggregate } from "../src/register/aggregate.ts";
import { oddDates } from "../src/register/dates.ts";
import { dueList, entriesOf, entryOf } from "../src/register/entry.ts";
import { evaluate } from "../src/rules/evaluate.ts";
import { isItem, items, type Item } from "../src/rules/context.ts";

// Numbers that look random and are the same each time (mulberry32).
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);
const junk: readonly unknown[] = [
  null, 0, -1, 1.5, 1e300, true, false, "", " ", "constructor", "__proto__", "toString", "2026-13-45", "9999-12-31", "\u0000\ud800",
    "1,234",
  [], [null], [[]], ["x", null, {}], {}, { length: 3 }, { name: {} }, [{ type: "toString", person: {} }], "x".repeat(5000), deep(60),
  [{ type: "SERVICE", hearing: "9999-12-31" }], JSON.parse('{"__proto__":{"x":1},"constructor":null}'),
];

/** Changes one place of a value, however deep it stands: another value, no value, or one more. */
function mutate(value: unknown, next: (below: number) => number): unknown {
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  if (keys.length === 0 || next(6) === 0) return junk[next(junk.length)];
  const key = keys[next(keys.length)]!;
  if (Array.isArray(value)) return value.flatMap((v, i) => (String(i) !== key ? [v] : next(8) === 0 ? [] : next(8) === 0 ? [v,
    v] : [mutate(v, next)]));
  return Object.fromEntries(Object.entries(value as object).flatMap(([name, v]): [string, unknown][] =>
    name !== key ? [[name, v]] : next(8) === 0 ? [] : [[next(12) === 0 ? "register" : name, mutate(v, next)]]));
}

/** The fields of a case that hold what no field of their kind does. */
const misshapen = (of: Item): readonly string[] => groups.filter(g => of[g.id] !== undefined).flatMap(({ id, list, fields }) => {
  const [value, own] = [of[id], new Map<string, Field>()];
  if (list !== Array.isArray(value)) return [id];
  return (list ? (value as unknown[]) : [value]).flatMap((row, index) => {
    if (!isItem(row)) return [`${id}.${index}`];
    for (const field of [...fields, ...(id === "measures" ? (typeOf(row.type)?.fields ?? []) : [])]) own.set(field.name, field);
    const fits = (v: unknown, kind?: string) => kind === undefined || (kind === "yes" ? typeof v === "boolean"
      : kind === "many" ? Array.isArray(v) && v.every(x => typeof x !== "object") : typeof v === "string" || typeof v === "number");
    return Object.entries(row).filter(([name, v]) => !fits(v, own.get(name)?.kind)).map(([name]) => `${id}.${index}.${name}`);
  });
});

/** Does with a draft what the page does; whatever it is, nothing of that ends in an error. */
function use({ case: of, removed, unknown }: Draft): void {
  const addressee = isItem(of.addressee) ? of.addressee : {};
  const directory = asDirectory({ items: [addressee.record, null], states: [addressee] });
  const found = evaluate(contextOf(of, sampleDay, directory));
  for (const f of found) placeOf(f.path, of, "fr");
  for (const letter of letters(of)) assert.ok(compose(of, letter, found, sampleDay).length > 0);
  for (const path of [...removed, ...unknown]) placeOf(path, of, "ar");
  for (const r of [addressee.record].filter(isItem)) saidOf(r, "zh");
  const entry = entryOf(of, sampleDay);
  if (entry) {
    const { entries } = entriesOf([entry, ...items(of, "register")]);
    assert.ok([dueList(entries, "2030-01-01"), oddDates(entries), aggregate(entries, "XAA", "2026")].length === 3);
  }
  for (const list of ["persons", "events"]) if (items(of, list).length > 0) removeItem(of, list, 0);
  leaveOffice(of);
}

const sources = [complete, ...samples.map(s => s.case)];
test("a draft of any shape is refused with words or read, and the page can do with it what it does with others", () => {
  const next = numbers(20260302);
  let refused = 0;
  for (let round = 0; round < 1200; round++) {
    let file = JSON.parse(write({ case: sources[round % sources.length]! })) as unknown;
    for (let changes = 1 + next(4); changes > 0; changes--)
      file = isItem(file) && next(20) > 0 ? { ...file, case: mutate(file.case, next) } : mutate(file, next);
    const text = JSON.stringify(file);
    const seen = next(20) === 0 ? text?.slice(0, next(text.length)) : text;
    try {
      const draft = read(seen ?? "");
      assert.deepEqual(misshapen(draft.case), []);
      assert.deepEqual(read(write(draft)).removed, []);
      use(structuredClone(draft));
    } catch (e) {
      assert.ok(e instanceof DraftError, `round ${round}: ${String((e as Error).stack)}\n${seen}`);
      refused++;
    }
  }
  assert.ok(refused > 50 && refused < 600, String(refused));
});

test("what was taken out is named, the rest stays, and the unknown is kept", () => {
  const of = {
    ...complete, persons: [null, { name: "Claire Montagne", birth: {}, moon: [1] }], events: "x", time: [], moon: { phase: [null] },
    addressee: { state: "FRA", record: { recordId: "r", designations: [null, { matter: "MLA" }], newer: { x: 1 } } },
    measures: [{ type: "TRACE", asset: ["ACCOUNT", {}], from: true }],
  };
  const draft = read(JSON.stringify({ format: "mla-draft", version: 1, case: of, tide: { low: null } }));
  assert.deepEqual(draft.removed, ["events", "persons.0", "persons.1.birth", "measures.0.asset.1", "measures.0.from", "time",
    "addressee.record.designations.0"].sort((a, b) => draft.removed.indexOf(a) - draft.removed.indexOf(b)));
  assert.equal(draft.removed.length, 7);
  assert.deepEqual(draft.case.persons, [{ name: "Claire Montagne", moon: [1] }]);
  assert.deepEqual([draft.case.moon, draft.rest.tide], [{ phase: [null] }, { low: null }]);
  assert.deepEqual((draft.case.addressee as Item).record, { recordId: "r", designations: [{ matter: "MLA" }], newer: { x: 1 } });
  assert.ok(draft.unknown.includes("persons.moon"));
});

test("signs that no Word file can hold are left out of it", async () => {
  const of: Item = { ...complete, facts: { link: "before\u0000\ud800after\u000b" } };
  const blocks = letters(of).flatMap(l => compose(of, l, [], sampleDay));
  const { default: JSZip } = await import("jszip");
  const file = await JSZip.loadAsync(await toDocx(blocks, voiceOf(of).first, sampleDay));
  assert.ok((await file.file("word/document.xml")!.async("string")).includes("beforeafter"));
});

test("a code that no list knows is shown as it is, even where it is a word of the language that the page is written in", () => {
  for (const code of ["constructor", "toString", "__proto__", "NEWER_THING"]) {
    const of: Item = { ...complete, measures: [{ type: code, purpose: "?" }], bases: [{ kind: code, role: code, article: "1" }] };
    const [letter] = letters(of);
    assert.equal(letter!.template, "MLA");
    assert.ok(JSON.stringify(compose(of, letter!, evaluate({ case: of, today: sampleDay }), sampleDay)).includes(code));
  }
});

test("rows that are null, names that every object has, and brackets without end are no reason to stop", () => {
  const nested = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  const text = (inner: string) => `{"format":"mla-draft","version":1,"case":${inner},"more":${nested}}`;
  for (const inner of ['{"persons":[null],"events":[null]}', '{"measures":[{"type":"constructor"}],"bases":[{"kind":"constructor"}]}',
    `{"facts":{"link":${nested}},"moon":${nested}}`]) {
    const draft = read(text(inner));
    assert.ok(draft.removed.includes("more"));
    assert.ok(write(draft).length < 5000);
    use(draft);
  }
});
