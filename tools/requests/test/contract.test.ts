import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import assert from "node:assert/strict";
import { test } from "node:test";
import contract from "./contract.json";
import { complete, sampleDay, samples } from "../src/data/samples/index.ts";
import { measure, untoc } from "../src/data/samples/parts.ts";
import { asDirectory, asLaws, contextOf, extraditionBasis, isExpired, lastDay, recordsOf } from "../src/packages/packages.ts";
import { addressOf, firstChannel, nameOf, saidOf } from "../src/packages/record.ts";
import { evaluate, rules } from "../src/rules/evaluate.ts";
import { predicateNames, type Condition } from "../src/rules/predicates.ts";
import { isItem, items, type Item, type Value } from "../src/rules/context.ts";
import { allOf } from "../src/texts/texts.ts";

// What the hub says of a record (GET /api/openapi.json) and gives out (GET /api/directory/package): Hub.Functions.Tests keeps the file
// true.
interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
  readonly required?: readonly string[];
}
const record = contract.record as unknown as Schema;
const given = contract.package as unknown as Item;
const directory = asDirectory(given)!;
const full = items(directory, "items").find(r => r.recordId === "record-1")!;

/** What a value has that its schema does not know, or lacks that it must have. */
function faults(value: unknown, schema: Schema, path: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((v, index) => faults(v, schema.items ?? {}, `${path}.${index}`));
  if (schema.enum && !schema.enum.includes(String(value))) return [`${path}: ${String(value)}`];
  if (!isItem(value)) return [];
  const missing = (schema.required ?? []).filter(name => value[name] === undefined).map(name => `${path}.${name} is missing`);
  return [...missing, ...Object.entries(value).flatMap(([name, v]) => {
    const own = schema.properties?.[name] ?? schema.additionalProperties;
    return own ? faults(v, own, `${path}.${name}`) : [`${path}.${name}`];
  })];
}

/** A record that breaks when somebody reads a field of it which the contract does not have. */
function guarded(value: unknown, schema: Schema, path: string): unknown {
  if (Array.isArray(value)) return value.map((v, index) => guarded(v, schema.items ?? {}, `${path}.${index}`));
  if (!isItem(value)) return value;
  return new Proxy(value, {
    get: (of, name) => {
      if (typeof name === "symbol" || name in Object.prototype) return Reflect.get(of, name) as unknown;
      const own = schema.properties?.[name] ?? schema.additionalProperties;
      assert.ok(own, `${path}.${name} is in no record`);
      return guarded(of[name], own, `${path}.${name}`);
    },
  });
}

type Read = readonly [path: string, values: readonly string[]];
const reads = ([name, ...args]: Condition): readonly Read[] => [
  ...args.filter(a => typeof a === "string").filter(a => /^(package\.)?record\./.test(a))
    .map((path): Read => [path, name === "is" ? args.slice(1).map(String) : []]),
  ...args.filter((a): a is Condition => Array.isArray(a)).flatMap(reads),
];

test("each field of a record that a rule names is one that the hub's records have, with such values", () => {
  const found = rules.flatMap(r => r.clauses.flatMap(c => reads(c.when)));
  assert.ok(found.length >= 4);
  for (const [path, values] of found) {
    const field = record.properties![path.split("record.")[1]!];
    assert.ok(field, path);
    const known = field.enum ?? field.items?.enum;
    assert.deepEqual(values.filter(v => known && !known.includes(v)), [], path);
  }
});

test("so is each that the code of a rule names", () => {
  const folder = "src/rules";
  const named = readdirSync(folder).flatMap(f => [...readFileSync(join(folder, f),
    "utf8").matchAll(/"(?:package\.)?record\.(\w{2,})/g)].map(m => m[1]!));
  assert.ok(named.length > 8);
  assert.deepEqual(named.filter(name => !record.properties![name]), []);
});

test("whatever a rule or the page reads within a record is there by the contract", () => {
  const whole = guarded(full, record, "record") as Item;
  for (const type of ["STATEMENT", "EXTRADITION", "SERVICE"]) {
    const of: Item = {
      ...complete, addressee: { state: "XAA", channel: "EMAIL", territory: "North", record: whole }, measures: [measure(type)],
      time: { due: "2026-06-02" },
    };
    assert.ok(evaluate({ case: of, today: sampleDay, package: { madeOn: sampleDay, expires: sampleDay, record: whole } }).length > 0);
  }
  assert.ok(predicateNames.length > 30);
  assert.ok(saidOf(whole, "en").every(([name, words]) => words !== "" || name === ""), JSON.stringify(saidOf(whole, "en")));
  assert.deepEqual([nameOf(whole, "fr"), firstChannel(whole)], ["Bureau de la coopération judiciaire", "DIRECT"]);
  assert.throws(() => whole.serviceLeadDays, /in no record/);
});

test("the records of the practice cases are such as the hub has them", () => {
  const records = [complete, ...samples.map(s => s.case)].map(c => (c.addressee as Item).record);
  assert.deepEqual(records.flatMap((r, index) => faults(r, record, String(index))), []);
  assert.deepEqual(items(given, "items").flatMap(r => faults(r, record, String(r.recordId))), []);
});

test("each code of a record that the page shows has its word", () => {
  const shown = [record.properties!.interpolAccepted, record.properties!.acceptedFormats!.items, record.properties!.acceptedChannels!.items!
    .properties!.channel].flatMap(s => s!.enum ?? []);
  assert.ok(shown.length > 15);
  assert.deepEqual(shown.filter(code => allOf("word", code).length === 0), []);
});

test("with the package as the hub gives it, the rules find what it says of office and State", () => {
  const of = (more: Item, record?: Value): Item => ({ ...complete, addressee: { state: "XAA", channel: "INTERPOL",
    record: record ?? full }, ...more });
  const find = (c: Item) => new Set(evaluate(contextOf(c, sampleDay,
    directory)).map(f => `${f.code} ${f.severity}${f.part ? ` ${f.part}` : ""}`));
  // Not confirmed for longer than fifteen months, a package of a year ago, INTERPOL in urgent cases only, and English not accepted.
  for (const code of ["M03 W", "M04 W", "M06 E", "M07 E", "M65 E"]) assert.ok(find(of({})).has(code), code);
  assert.ok(find(of({ measures: [measure("SENTENCED")], bases: [untoc("17")] })).has("M03 E nil"));
  assert.ok(!find(of({ measures: [measure("SENTENCED")], bases: [{ ...untoc("45"), kind: "UNCAC" }] })).has("M03 E nil"));
  const extradition = { measures: [measure("EXTRADITION")], bases: [untoc("16")] };
  assert.ok(find(of({ ...extradition, asks: { extraditionBasis: extraditionBasis(directory, "XAA") } })).has("M13 E"));
  assert.ok(find(of({ ...extradition, asks: {} })).has("M13 W"));
  assert.equal(extraditionBasis(directory, "SEN"), undefined);
  assert.ok(find(of({}, { ...full, version: 0 })).has("M04 W"));
});

test("the package says until when it holds, and its records are found by State, those for the matter first", () => {
  assert.deepEqual([lastDay(directory), isExpired(directory, "2025-04-13"), isExpired(directory, "2025-04-14")], ["2025-04-13", false,
    true]);
  assert.deepEqual(recordsOf(directory, "XAA", ["MLA"]).map(r => r.recordId), ["record-1"]);
  assert.deepEqual(recordsOf(directory, "FRA", []), []);
});

test("the address of a letter has the country and the office's own mailboxes, and no person's", () => {
  assert.deepEqual(addressOf(full, "fr").split("\n"), [
    "12 Harbour Road", "1000 Port Arven", "Arvenia", "cooperation@justice.example", "urgent@justice.example", "+99915550100",
  ]);
  assert.equal(addressOf({ emails: [{ address: "a.person@justice.example", functional: false }] }, "en"), "a.person@justice.example");
  assert.equal(addressOf({ state: "FRA", postalAddress: { lines: ["1 rue du Lac"] } }, "es"), "1 rue du Lac\nFrancia");
  assert.equal(addressOf({}, "en"), "");
});

test("what is no package is none, and one with rows of another shape is read without them", () => {
  for (const value of [null, [], {}, "x", { items: {} }, { laws: 1 }]) assert.deepEqual([asDirectory(value), asLaws(value)], [undefined,
    undefined]);
  const odd = asDirectory({ items: [null, 7, { recordId: "a", state: "FRA", designations: [null], emails: "x", authorityName: [] }],
    states: [null] })!;
  assert.deepEqual([odd.items, odd.states], [[{ recordId: "a", state: "FRA", designations: [] }], []]);
  assert.equal(saidOf(items(odd, "items")[0]!, "ar").length, saidOf(full, "ar").length);
});
