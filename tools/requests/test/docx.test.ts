import assert from "node:assert/strict";
import { test } from "node:test";
import JSZip from "jszip";
import { complete, sample, sampleDay, samples } from "../src/data/samples/index.ts";
import { compose, voiceOf } from "../src/document/compose.ts";
import { toDocx } from "../src/document/docx.ts";
import { letters } from "../src/document/letters.ts";
import { errors, evaluate } from "../src/rules/evaluate.ts";
import { pieces } from "../src/document/block.ts";
import { groups } from "../src/data/fields.ts";
import { measure } from "../src/data/samples/parts.ts";
import type { Item } from "../src/rules/context.ts";

const blocks = (of: Item) => letters(of).map(l => compose(of, l, evaluate({ case: of, today: sampleDay }), sampleDay));
const file = (of: Item) => toDocx(blocks(of)[0]!, voiceOf(of).first, sampleDay);
const xml = async (of: Item, name = "word/document.xml") => (await JSZip.loadAsync(await file(of))).file(name)!.async("string");
const spoken = (of: Item, ...languages: string[]): Item => ({ ...of, meta: { documentLanguage: languages[0],
  secondLanguage: languages[1] } });

test("the same case on the same day is the same file, byte for byte", async () => {
  for (const { case: of } of samples) assert.deepEqual(await file(of), await file(structuredClone(of)));
});

test("headings are headings, heads of tables are heads, and nobody is named as author", async () => {
  const document = await xml(complete);
  assert.match(document, /<w:pStyle w:val="Heading1"\/>/);
  assert.ok(document.match(/<w:pStyle w:val="Heading2"\/>/g)!.length >= 10);
  assert.match(document, /<w:tblHeader\/>/);
  const core = await xml(complete, "docProps/core.xml");
  assert.ok(!/creator|lastModifiedBy|modified/i.test(core));
  assert.ok(core.includes(`${sampleDay}T00:00:00Z`));
});

test("each run says its language, and Arabic runs from right to left", async () => {
  const english = await xml(complete);
  assert.ok(!/<w:rtl\/>/.test(english));
  const document = await xml(spoken(complete, "ar", "fr"));
  assert.match(document, /<w:bidi\/>/);
  assert.match(document, /<w:rtl\/>/);
  assert.match(document, /w:bidi="ar-SA"/);
  assert.match(document, /<w:lang w:val="fr-FR"/);
  const untagged = (document.match(/<w:r>(?!<w:rPr>).*?<\/w:r>/g) ?? []).filter(r => r.includes("<w:t"));
  assert.deepEqual(untagged, []);
});

test("two languages stand side by side", async () => {
  const document = await xml(spoken(complete, "en", "es"));
  assert.ok(document.includes("Facts / Hechos"));
  const clause = /<w:tr>(?:(?!<\/w:tr>).)*used only for what is stated(?:(?!<\/w:tr>).)*se usará solo(?:(?!<\/w:tr>).)*<\/w:tr>/s;
  assert.match(document, clause);
});

test("errors make a draft that says how many, a complete case none", async () => {
  const draft = await xml(sample("C1").case);
  const count = errors(evaluate({ case: sample("C1").case, today: sampleDay }));
  assert.ok(count > 0 && draft.includes(`sent: ${count}`));
  assert.ok(!(await xml(complete)).includes("DRAFT"));
});

test("provisional arrest is a letter of its own, and a summons a short one", () => {
  assert.deepEqual(letters(sample("C7").case).map(l => l.template), ["EXTRADITION", "PROV_ARREST"]);
  assert.deepEqual(letters(sample("C3").case).map(l => l.template), ["SHORT"]);
  assert.deepEqual(letters(sample("C10").case).map(l => l.measures.length), [2]);
});

test("a name in Latin letters within Arabic is a piece of its own", () => {
  assert.deepEqual(pieces("السيد Tomas Arvel هنا").map(p => [p.text.trim(), p.rightToLeft]), [["السيد", true], ["Tomas Arvel", false],
    ["هنا", true]]);
});

test("what was typed stands in the letter", async () => {
  const document = await xml(sample("C10").case);
  for (const word of ["OILC-2026-014", "Bank account and wallet", "410,000", "Attorney-General&apos;s Chambers"])
    assert.ok(document.includes(word) || document.includes(word.replace("&apos;", "'")), word);
});

const templates: readonly (readonly [template: string, type: string])[] = [
  ["MLA", "STATEMENT"], ["SHORT", "SERVICE"], ["EXTRADITION", "EXTRADITION"], ["PROV_ARREST", "PROV_ARREST"], ["SENTENCED", "SENTENCED"],
  ["SEA", "SEA_DRUGS"], ["GUN_TRACE", "GUN_TRACE"],
];
const letterOf = (type: string, more: Item): { template: string; said: string } => {
  const of: Item = { ...complete, measures: [measure(type)], ...more };
  const [letter] = letters(of);
  return { template: letter!.template, said: JSON.stringify(compose(of, letter!, [], sampleDay)) };
};

for (const [template, type] of templates)
  test(`the letter ${template} says by when, how secret and why`, () => {
    const made = letterOf(type, {
      time: { urgency: "NORMAL", due: "2026-05-15", dueReason: "A hearing follows then." },
      secrecy: { level: "DO_NOT_TELL_SUBJECT", reason: "The accounts could be emptied.", ifImpossible: "ASK_FIRST" },
    });
    assert.equal(made.template, template);
    for (const words of ["15 May 2026", "A hearing follows then.", "The subject must not be told", "The accounts could be emptied.",
      "Ask first"])
      assert.ok(made.said.includes(words), words);
  });

// What the writer alone needs, and what stands in other words.
const notPrinted = new Set(["requesting.state", "addressee.state", "bases.treaty", "events.from", "events.to", "attachments.usedFor"]);
test("whatever is typed into a field of the case stands in the letter, but for what only the rules need", () => {
  const marked = groups.filter(g => !["asks", "measures"].includes(g.id)).flatMap(g => g.fields
    .filter(f => ["text", "long"].includes(f.kind)).map(f => ({ group: g, field: f, path: `${g.id}.${f.name}`,
      mark: `Zq${g.id}${f.name}` })));
  const of: Item = structuredClone(complete);
  for (const { group, field, mark } of marked) {
    of[group.id] ??= group.list ? [{}] : {};
    const at = (Array.isArray(of[group.id]) ? (of[group.id] as Item[])[0] : of[group.id]) as Item;
    at[field.name] = mark;
  }
  of.time = { ...(of.time as Item), urgency: "URGENT" };
  const said = JSON.stringify(letters(of).map(l => compose(of, l, [], sampleDay)));
  assert.deepEqual(marked.filter(m => !notPrinted.has(m.path) && !said.includes(m.mark)).map(m => m.path), []);
});

test("the addresses name the State where nothing else does, and the office's mailbox", () => {
  const head = (more: Item): string => {
    const of: Item = { ...complete, ...more };
    return JSON.stringify(compose(of, letters(of)[0]!, [], sampleDay).find(b => b.kind === "pairs"));
  };
  const to = (address: string, language = "en") => head({
    addressee: { state: "FRA", office: "Ministry of Justice", address }, meta: { documentLanguage: language },
  });
  assert.ok(to("1 rue du Lac\n75001 Paris").includes("75001 Paris\\nFrance"));
  assert.ok(to("1 rue du Lac\n75001 Paris", "es").includes("75001 Paris\\nFrancia"));
  assert.ok(!to("75001 Paris, FRANCE").includes("FRANCE\\nFrance"));
  assert.ok(to("").includes("cooperation@justice.example"));
  // Arvenia is invented: its letters are no country that a postman knows.
  assert.ok(!to("").includes("XAA"));
});

test("numbers stand in the letter as its language writes them", () => {
  const made = (value: string, language: string) =>
    letterOf("FREEZE", { measures: [measure("FREEZE", { value, currency: "EUR" })], meta: { documentLanguage: language } }).said;
  assert.match(made("1 234,50", "fr"), /1.234,50/);
  assert.ok(made("1 234,50", "en").includes("1,234.50"));
  assert.ok(made("1,234", "fr").includes("\"1,234\""));
});

test("both States stand by name in the head and in the first sentence, and the French first of a month is 1er", () => {
  const of: Item = { ...complete, requesting: { ...(complete.requesting as Item), state: "BRA", office: "Central Authority" },
    addressee: { state: "FRA", office: "Ministry of Justice" }, meta: { documentLanguage: "fr" } };
  const blocks = compose(of, letters(of)[0]!, [], "2026-12-01");
  const pairs = JSON.stringify(blocks.find(b => b.kind === "pairs"));
  assert.match(pairs, /État requérant[^\]]*\],"Brésil"/);
  assert.match(pairs, /État requis[^\]]*\],"France"/);
  assert.ok(pairs.includes("1er décembre 2026"));
  assert.ok(JSON.stringify(blocks).includes("Central Authority (Brésil) demande à Ministry of Justice (France)"));
});

test("a letter says articles by the name of their convention, in its language, and no codes of rules", () => {
  const names = { fr: "Convention contre la criminalité organisée, article 18(19)", en: "Organized Crime Convention, article 18(19)" };
  for (const [language, name] of Object.entries(names)) {
    const of: Item = { ...sample("C1").case, meta: { documentLanguage: language } };
    const said = JSON.stringify(compose(of, letters(of)[0]!, evaluate({ case: of, today: sampleDay }), sampleDay));
    assert.ok(said.includes(name), said);
    assert.ok(!/UNTOC|M\d\d/.test(said), /.{30}(UNTOC|M\d\d)/.exec(said)?.[0]);
  }
});

test("signs that no XML can hold are in no part of the file", async () => {
  const odd = "a\u0000b\u0001c\u001bd\u000be\ufffe\ud800";
  const of: Item = { ...complete, requesting: { ...(complete.requesting as Item), office: odd, reference: odd, signatory: odd },
    events: [{ from: odd, where: odd, what: odd }], attachments: [{ title: odd, language: odd, usedFor: odd }] };
  const zip = await JSZip.loadAsync(await file(of));
  for (const name of Object.keys(zip.files).filter(n => n.endsWith(".xml")))
    assert.doesNotMatch(await zip.file(name)!.async("string"), /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u, name);
});
