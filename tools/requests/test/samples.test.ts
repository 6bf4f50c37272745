import assert from "node:assert/strict";
import { test } from "node:test";
import { complete, refusedForSecrecy, sample, sampleDay, samples } from "../src/data/samples/index.ts";
import { errors, evaluate } from "../src/rules/evaluate.ts";
import type { Item } from "../src/rules/context.ts";

const find = (of: Item) => evaluate({ case: of, today: sampleDay });
const codes = (of: Item) => [...new Set(find(of).map(f => f.code))];

test("there are ten samples and the positive control", () => {
  assert.deepEqual(samples.map(s => s.id), ["C1", "C2", "C3", "C3+", "C4", "C5", "C6", "C7", "C8", "C9", "C10"]);
});

for (const { id, case: of, expected } of samples)
  test(`sample ${id} has exactly the expected codes`, () => assert.deepEqual(codes(of), expected));

test("a complete case has none", () => assert.deepEqual(find(complete), []));

test("the completed summons can be final", () => assert.equal(errors(find(sample("C3+").case)), 0));

test("a refusal for bank secrecy alone is answered with 18(8)", () => {
  const hint = find(refusedForSecrecy).find(f => f.code === "M73");
  assert.deepEqual([hint?.severity, hint?.path], ["H", "register.0.grounds"]);
  assert.ok(hint?.article.includes("18(8)"));
});

test("the same case says the same, byte for byte", () => {
  for (const { case: of } of samples) assert.equal(JSON.stringify(find(of)), JSON.stringify(find(structuredClone(of))));
});

test("findings say which part is missing, not only which rule", () => {
  const parts = find(sample("C2").case).filter(f => f.code === "M38").map(f => `${f.severity} ${f.part}`);
  assert.deepEqual(parts, ["E zone", "W seconds", "W port"]);
});
