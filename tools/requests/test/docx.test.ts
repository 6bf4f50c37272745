import assert from "node:assert/strict";
import { test } from "node:test";
import JSZip from "jszip";
import { complete, sample, sampleDay, samples } from "../src/data/samples/index.ts";
import { compose, voiceOf } from "../src/document/compose.ts";
import { toDocx } from "../src/document/docx.ts";
import { letters } from "../src/document/letters.ts";
import { errors, evaluate } from "../src/rules/evaluate.ts";
import { pieces } from "../src/document/block.ts";
import type { Item } from "../src/rules/context.ts";

const blocks = (of: Item) => letters(of).map(l => compose(of, l, evaluate({ case: of, today: sampleDay }), sampleDay));
const file = (of: Item) => toDocx(blocks(of)[0]!, voiceOf(of).first, sampleDay);
const xml = async (of: Item, name = "word/document.xml") => (await JSZip.loadAsync(await file(of))).file(name)!.async("string");
const spoken = (of: Item, ...languages: string[]): Item => ({ ...of, meta: { documentLanguage: languages[0], secondLanguage: languages[1] } });

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
  assert.ok(count > 0 && draft.includes(`DRAFT: ${count} points`));
  assert.ok(!(await xml(complete)).includes("DRAFT"));
});

test("provisional arrest is a letter of its own, and a summons a short one", () => {
  assert.deepEqual(letters(sample("C7").case).map(l => l.template), ["EXTRADITION", "PROV_ARREST"]);
  assert.deepEqual(letters(sample("C3").case).map(l => l.template), ["SHORT"]);
  assert.deepEqual(letters(sample("C10").case).map(l => l.measures.length), [2]);
});

test("a name in Latin letters within Arabic is a piece of its own", () => {
  assert.deepEqual(pieces("السيد Tomas Arvel هنا").map(p => [p.text.trim(), p.rightToLeft]), [["السيد", true], ["Tomas Arvel", false], ["هنا", true]]);
});

test("what was typed stands in the letter", async () => {
  const document = await xml(sample("C10").case);
  for (const word of ["OILC-2026-014", "Bank account and wallet", "410 000", "Attorney-General&apos;s Chambers"])
    assert.ok(document.includes(word) || document.includes(word.replace("&apos;", "'")), word);
});
