import assert from "node:assert/strict";
import { test } from "node:test";
import { groups } from "../src/data/fields.ts";
import { complete, sampleDay } from "../src/data/samples/index.ts";
import { measure, offence, person, untoc } from "../src/data/samples/parts.ts";
import { evaluate, needOf, rules } from "../src/rules/evaluate.ts";
import { holds, predicateNames } from "../src/rules/predicates.ts";
import type { Context, Item } from "../src/rules/context.ts";

type Change = (of: any) => void; // eslint-disable-line
const find = (change: Change, more: Partial<Context> = {}) => {
  const of = structuredClone(complete);
  change(of);
  return evaluate({ case: of, today: sampleDay, ...more }).map(f => `${f.code} ${f.severity}`);
};
const only = (type: string, more: Item = {}): Change => c => { c.measures = [measure(type, more)]; };
const what = (text: string): Change => c => { c.events[0].what = text; };
const attached = (more: Item): Change => c => { Object.assign(c.attachments[0], more); };

// For each rule: what is done to a case without a fault, and what is then found.
const trips: readonly (readonly [code: string, change: Change, more?: Partial<Context>])[] = [
  ["M01 E", c => { c.requesting.reference = " "; }],
  ["M02 E", c => { delete c.requesting.conductingFunction; }],
  ["M01 W", c => { c.requesting.timeZone = "12:00-13:00"; }],
  ["M03 E", c => { c.addressee.record.status = "WITHDRAWN"; }],
  ["M03 E", c => { c.addressee.record.designations = [{ matter: "MLA", effectiveTo: "2026-03-01" }]; }],
  ["M03 E", () => {}, { package: { madeOn: sampleDay, expires: "2026-04-01", record: { version: 1, status: "WITHDRAWN" } } }],
  ["M03 E", () => {}, { package: { madeOn: sampleDay, expires: "2026-04-01",
    state: { nilDeclarations: [{ pair: { instrument: "UNTOC", article: "18", matter: "MLA" } }] } } }],
  ["M03 W", c => { c.addressee.record.lastConfirmedOn = "2024-12-01T23:00:00+00:00"; }],
  ["M03 W", c => { delete c.addressee.record.lastConfirmedOn; }],
  ["M03 W", c => { c.addressee.record.designations = [{ matter: "EXTRADITION" }]; }],
  ["M04 W", () => {}, { package: { madeOn: "2026-01-01", expires: "2026-02-01" } }],
  ["M04 W", () => {}, { package: { madeOn: sampleDay, expires: "2026-04-01", record: { version: 2 } } }],
  ["M05 E", c => { c.addressee.state = "XAA"; }],
  ["M06 E", c => { c.addressee.record.acceptedChannels = [{ channel: "DIPLOMATIC", rank: 1 }]; }],
  ["M06 W", c => { c.addressee.record.acceptedChannels = [{ channel: "DIRECT", rank: 2 }]; }],
  ["M07 E", c => { c.addressee.channel = "INTERPOL"; c.addressee.record.interpolAccepted = "URGENT_ONLY"; }],
  ["M08 W", c => { c.addressee.territory = "North"; c.addressee.record.designations = [{ matter: "MLA", scope: "South" }]; }],
  ["M09 E", c => { c.bases = []; }],
  ["M10 E", c => { c.bases[0].partyRequested = "NOT_PARTY"; }],
  ["M10 W", c => { delete c.bases[0].partyRequested; }],
  ["M11 E", c => { c.bases[0].article = "16"; }],
  ["M12 W", c => { c.bases[0].mlaTreaty = true; }],
  ["M13 E", c => { only("EXTRADITION")(c); c.bases = [untoc("16")]; c.asks.extraditionBasis = "NO"; }],
  ["M13 W", c => { only("EXTRADITION")(c); c.bases = [untoc("16")]; delete c.asks; }],
  ["M14 E", c => { only("SENTENCED")(c); c.bases = [untoc("17")]; }],
  ["M15 E", c => { delete c.offences[0].hook; }],
  ["M15 E", c => { c.offences = [offence("Fraud", "SERIOUS_CRIME", { years: 3 })]; }],
  ["M16 W", c => { c.offences[0].transnational = []; }],
  ["M17 E", c => { c.bases = [{ ...untoc("7"), kind: "CND-1988" }]; }],
  ["M18 E", c => { delete c.offences[0].years; }],
  ["M19 W", c => { c.offences[0].textAttached = false; }],
  ["M20 W", c => { c.offences[0].dual = ""; }],
  ["M20 E", c => { c.offences[0].dual = ""; c.asks.dualCriminality = "YES"; }],
  ["M20 H", c => { c.offences[0].dual = ""; delete c.asks; }],
  ["M18 E", c => { c.offences[0].years = "1,234"; }],
  ["M21 E", c => { c.events = []; }],
  ["M22 W", c => { c.measures[0].nexus = ""; }],
  ["M23 E", c => { c.measures[0].purpose = ""; }],
  ["M24 H", what("The DGFT opened the file.")],
  ["M25 W", c => { c.proceeding.limitation = "2026-12-01"; }],
  ["M26 W", c => { c.asks.deMinimis = "YES"; }],
  ["M26 H", c => { delete c.asks; }],
  ["M27 W", c => { c.facts.markers = ["FISCAL"]; }],
  ["M28 W", c => { c.persons[1].nationality = ""; }],
  ["M31 W", c => { c.persons[1].name = c.persons[0].name; }],
  ["M33 W", what("Mr Kettering signed for it.")],
  ["M34 E", c => { c.measures = []; }],
  ["M36 W", only("BANK", { from: "2010-01-01", to: "2025-01-01" })],
  ["M37 W", only("BANK", { account: "CH93 0076 2011 6238 5295 8" })],
  ["M38 E", only("REALTIME", { start: "12:00-13:00" })],
  ["M38 E", only("PRESERVE", { zone: "12:00-13:00" })],
  ["M39 E", only("EDATA", { account: "Sunny Traveller" })],
  ["M43 E", only("PRESERVE")],
  ["M44 E", only("SERVICE", { hearing: "2026-01-01" })],
  ["M44 W", c => { only("SERVICE", { hearing: "2026-06-01" })(c); c.asks.leadDays = "120,0"; }],
  ["M44 W", c => { only("SERVICE", { hearing: "2026-04-01" })(c); delete c.asks; }],
  ["M44 W", c => { c.asks.leadDays = "1,200"; }],
  ["M44 H", c => { only("SERVICE", { hearing: "2026-06-01" })(c); delete c.asks; }],
  ["M46 E", only("SEARCH")],
  ["M51 W", only("FREEZE", { location: "Port Arven", value: "about 400 000" })],
  ["M52 E", only("JIT")],
  ["M58 W", c => { c.time.due = "2026-06-01"; }],
  ["M66 E", what("See Annex 2.")],
  ["M66 E", attached({ usedFor: "" })],
  ["M67 W", attached({ translation: true })],
  ["M69 E", c => { c.requesting.place = ""; }],
  ["M70 E", what("The company sent [amount] abroad.")],
  ["M71 W", c => { c.asks.maxMegabytes = "5,5"; c.attachments[0].megabytes = "5,6"; }],
  ["M71 W", attached({ megabytes: "1.500" })],
  ["M71 H", c => { delete c.asks; c.attachments[0].megabytes = 9; }],
  ["M72 H", c => { c.history = { earlierUnanswered: true }; }],
];

const empties = groups.flatMap(g => g.fields.filter(f => f.required).map(f => ({ group: g, name: f.name })))
  .filter(({ group }) => group.id !== "register");
for (const { group, name } of empties)
  test(`a letter without ${group.id}.${name} is not final`, () => {
    const of: any = structuredClone(complete); // eslint-disable-line
    of.laws = [{ state: "FRA", title: "Criminal Code", provision: "1", extract: "Text." }];
    delete (group.list ? of[group.id][0] : of[group.id])[name];
    const path = group.list ? `${group.id}.0.${name}` : `${group.id}.${name}`;
    const where = evaluate({ case: of, today: sampleDay }).filter(f => f.severity === "E").map(f => f.path);
    assert.ok(where.includes(path) || (path === "measures.0.type" && where.includes("measures")), where.join());
  });

test("a State that nobody knows, and a basis without article or name, are not final", () => {
  assert.ok(find(c => { c.addressee.state = "Brazl"; }).includes("M03 E"));
  assert.ok(find(c => { c.requesting.state = "QQQ"; }).includes("M01 E"));
  assert.ok(find(c => { delete c.bases[0].article; }).includes("M09 E"));
  assert.ok(find(c => { c.bases = [{ kind: "BILATERAL", role: "SOLE", article: "3" }]; }).includes("M09 E"));
  assert.ok(find(c => { c.bases = [{}]; }).includes("M09 E"));
});

for (const [code, change, more] of trips)
  test(`${code} is found: ${change.toString().replace(/\s+/g, " ").slice(0, 70)}`, () =>
    assert.ok(find(change, more).includes(code), find(change, more).join()));

test("a right account number, a known acronym and a listed person are left alone", () => {
  assert.ok(!find(only("BANK", { account: "CH93 0076 2011 6238 5295 7" })).includes("M37 W"));
  assert.ok(!find(only("BANK", { account: "0042-118" })).includes("M37 W"));
  assert.deepEqual(find(what("Mr Tomas Arvel sent USD 400 by the Directorate of Trade (DGT). The DGT knew.")), []);
});

test("what the addressee's State does not ask for is not missed", () => {
  const asked = (asks: Item): Change => c => { Object.assign(c.asks, asks); c.offences[0].dual = ""; };
  assert.deepEqual(find(asked({ dualCriminality: "NO", deMinimis: "NO" })), []);
  assert.deepEqual(find(c => { only("SERVICE", { hearing: "2026-03-20" })(c); c.asks.leadDays = 10; }).filter(f => f.startsWith("M44")),
    []);
  const untocAlone: Change = c => { only("EXTRADITION")(c); c.bases = [untoc("16")]; c.asks.extraditionBasis = "NOT_TREATY_CONDITIONAL"; };
  assert.ok(!find(untocAlone).some(f => f.startsWith("M13")));
});

test("a provision that the letter quotes needs no attachment, and another does", () => {
  const quoting = (provision: string, state = "XAA"): Change => c => {
    c.offences[0].textAttached = false;
    c.laws = [{ state, title: "Criminal Code", provision, extract: "Whoever takes part shall be punished." }];
  };
  assert.ok(!find(quoting("article 214")).includes("M19 W"));
  assert.ok(find(quoting("article 9")).includes("M19 W"));
  assert.ok(find(quoting("article 214", "FRA")).includes("M19 W"));
});

test("an office that takes Brazilian Portuguese takes Portuguese", () => {
  const written = (language: string): Change => c => {
    c.meta.documentLanguage = language;
    c.addressee.record.languagesOfRequests = ["pt-BR"];
  };
  assert.ok(!find(written("pt")).includes("M65 E"));
  assert.ok(find(written("en")).includes("M65 E"));
});

test("days far away and numbers that are none end no rule", () => {
  for (const days of ["abc", 1e14, "-5", {}, "9".repeat(60)])
    assert.ok(find(c => { only("SERVICE", { hearing: "9999-12-31" })(c); c.asks.leadDays = days; }).length > 0);
});

test("rules are data: they come out of JSON as they were", () => {
  assert.deepEqual(JSON.parse(JSON.stringify(rules)), rules);
});

test("there are 73 rules in order, and each predicate is used by one", () => {
  assert.deepEqual(rules.map(r => r.code), Array.from({ length: 73 }, (_, i) => `M${String(i + 1).padStart(2, "0")}`));
  const text = JSON.stringify(rules);
  assert.deepEqual(predicateNames.filter(n => !text.includes(`["${n}"`)), []);
  assert.throws(() => holds(["eval"], { context: { case: {}, today: sampleDay } }));
});

test("who appears as a person is nobody else's mistake", () =>
  assert.deepEqual(find(c => c.persons.push(person("VICTIM", "Anna Lund"))), []));

test("no field is optional for which a rule stops a letter", () => {
  const asked = rules.flatMap(r => r.clauses.filter(c => c.severity === "E")
    .map(c => (c.field.startsWith(".") ? `${c.each}.0${c.field}` : c.field)));
  assert.ok(asked.length > 100);
  assert.deepEqual(asked.filter(path => needOf(path) === "optional"), []);
  assert.deepEqual([needOf("offences.2.dual"), needOf("offences.0.harm"), needOf("addressee.copyTo")], ["needed", "useful", "optional"]);
});
