import assert from "node:assert/strict";
import { test } from "node:test";
import { allStates } from "../src/data/states.ts";
import { codeOf, statesMeant } from "../src/data/stateNames.ts";

test("a State is understood by its letters, by its name in each language, and by usual and old names", () => {
  for (const { alpha3, name } of allStates)
    for (const text of [alpha3, alpha3.toLowerCase(), ...Object.values(name), ...Object.values(name).map(n => n.toUpperCase())])
      assert.deepEqual([text, codeOf(text)], [text, alpha3]);
  const usual = { Brasil: "BRA", españa: "ESP", "the Netherlands": "NLD", Burma: "MMR", Swaziland: "SWZ", UK: "GBR", "США": "USA" };
  assert.deepEqual(Object.keys(usual).map(codeOf), ["BRA", "ESP", "NLD", "MMR", "SWZ", "GBR", "USA"]);
});

test("what is no name keeps its text, and near names are offered", () => {
  assert.deepEqual([codeOf(" Brazl "), statesMeant("Brazl")[0]], ["Brazl", "BRA"]);
  assert.deepEqual(statesMeant("Guinea-").length > 0 && statesMeant("Kore").includes("KOR"), true);
  assert.deepEqual([codeOf("xaa"), codeOf("Moon base"), statesMeant("Zzzzzzzz")], ["XAA", "Moon base", []]);
});
