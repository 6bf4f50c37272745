import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import assert from "node:assert/strict";
import { test } from "node:test";
import { groups } from "../src/data/fields.ts";
import { steps } from "../src/data/steps.ts";
import { types } from "../src/data/types.ts";
import { vocabularies } from "../src/data/vocabularies.ts";
import { sentenceKey } from "../src/document/names.ts";
import { rules } from "../src/rules/evaluate.ts";
import { saidOf } from "../src/packages/record.ts";
import { allOf, keys, languages, say, type TextKind } from "../src/texts/texts.ts";

const kinds: readonly TextKind[] = ["field", "word", "rule", "letter", "page"];
const known = (kind: TextKind, names: Iterable<string>) => assert.deepEqual([...new Set(names)].filter(n => !allOf(kind, n).length), []);

for (const kind of kinds)
  test(`every ${kind} text is there in six languages, with the same values in it`, () => {
    const values = (text: string) => [...text.matchAll(/\{\d\}/g)].map(m => m[0]).sort().join();
    for (const key of keys(kind)) {
      assert.equal(allOf(kind, key).filter(t => t.trim()).length, languages.length, key);
      assert.equal(new Set(allOf(kind, key).map(values)).size, 1, key);
    }
    assert.equal(new Set(keys(kind)).size, keys(kind).length);
  });

test("each field, word, type and rule has its text", () => {
  known("field", [...groups, ...types].flatMap(g => g.fields.map(f => f.name)));
  known("word", [...types.map(t => t.code), ...Object.values(vocabularies).flat()]);
  known("rule", rules.flatMap(r => r.clauses.map(c => sentenceKey({ code: r.code, ...c }))));
});

test("what is said has its values in place", () => assert.equal(say("letter", "letter.yearsShort", "fr", 8), "8 ans"));

test("each part of the page has its text", () => {
  const sources = "src";
  const said = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter(f => f.endsWith(".ts"))
    .flatMap(f => [...readFileSync(join(sources, f), "utf8").matchAll(/\btext\("([\w.]+)"/g)].map(m => m[1]!));
  assert.ok(said.length > 50);
  known("page", [...said, ...groups.map(g => `group.${g.id}`), ...groups.filter(g => g.list).map(g => `one.${g.id}`),
    ...steps.flatMap(s => [`step.${s.id}`, `step.${s.id}.hint`]),
    ...["cutOff", "notDraft", "wrongPassphrase", "wrongOrChanged", "damagedLock", "newerLock"].map(f => `draft.${f}`),
    ...["directory", "laws"].flatMap(p => ["none", "away", "notAllowed", "absent", "loaded", "expired", "other", "file", "opened", "notOne"]
      .map(m => `${p}.${m}`)),
    ...saidOf({}, "en").map(([name]) => `record.${name}`), ...["state", "year", "threshold"].map(n => `return.${n}`)]);
});

test("texts name conventions, States and answers in words, not by their codes", () => {
  const said = kinds.flatMap(kind => keys(kind).flatMap(key => allOf(kind, key)));
  assert.deepEqual(said.filter(t => /UNTOC|UNCAC|CND-1988|\bM\d\d\b|[A-Z]+_[A-Z]+|three letters|\bhub\b/i.test(t)), []);
});
