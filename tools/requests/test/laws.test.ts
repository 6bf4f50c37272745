import assert from "node:assert/strict";
import { test } from "node:test";
import { complete, sampleDay } from "../src/data/samples/index.ts";
import { measure, untoc, written } from "../src/data/samples/parts.ts";
import { compose } from "../src/document/compose.ts";
import { letters } from "../src/document/letters.ts";
import { isTaken, provisionsOf, take, type Found } from "../src/packages/laws.ts";
import { asLaws, fetchPackage, isExpired } from "../src/packages/packages.ts";
import { items, type Item } from "../src/rules/context.ts";

const law = (lawId: string, state: string, more: Item, ...provisions: Item[]): Item => ({
  lawId, state, titleOriginal: `Gesetz ${lawId}`, titles: { en: `Act ${lawId}`, fr: `Loi ${lawId}` }, number: `No. ${lawId}`, type: "ACT",
  status: "IN_FORCE", dates: { adopted: "2003-02-01" }, citation: "Gazette 12", officialUrl: "https://laws.example/1", archiveUrl: "",
  languages: [{ language: "de-CH", kind: "OFFICIAL" }], provisions, source: "STATE", useForRequests: false,
  link: { status: "OK", checkedOn: "2026-02-01" }, ...more,
});
const provision = (label: string, article: string, more: Item = {}): Item => ({
  label, heading: `Heading ${label}`, extract: `Whoever does ${label} shall be punished.`, topics: [],
  articles: [{ instrument: "UNTOC", article, paragraph: "1" }], ...more,
});
const library = asLaws({
  generatedAt: "2026-03-01T10:00:00Z", expiresAt: "2026-03-31T10:00:00Z", sequence: 9,
  laws: [
    law("1", "XAA", { status: "REPEALED" }, provision("§ 1", "18")), law("2", "XAA", {}, provision("§ 2", "5"), provision("§ 3", "18")),
    law("3", "FRA", { useForRequests: true }, provision("§ 4", "31", { topics: ["DUAL_CRIMINALITY"] }), provision("whole", "31")),
    null, law("4", "ITA", {}, provision("§ 5", "18")),
  ],
})!;
const labels = (found: readonly Found[]) => found.map(f => `${String(f.provision.label)}${f.fits ? " fits" : ""}`);
const draft = (more: Item = {}): Item => structuredClone(written({
  addressee: { state: "FRA" }, offences: [{}], bases: [{ ...untoc("18") }, { kind: "DOMESTIC_LAW" }], measures: [measure("BANK")], ...more,
}));

test("the provisions of a State are shown, what the case is about first and the repealed last", () => {
  assert.deepEqual(labels(provisionsOf(library, "XAA", draft())), ["§ 3 fits", "§ 2", "§ 1 fits"]);
  assert.deepEqual(labels(provisionsOf(library, "FRA", draft())), ["§ 4 fits", "whole"]);
  assert.deepEqual(provisionsOf(library, "ESP", draft()), []);
});

test("one's own provision is quoted in the letter and becomes that of an offence that has none", () => {
  const of = draft();
  const found = provisionsOf(library, "XAA", of)[0]!;
  take(of, found, "en");
  take(of, found, "en");
  assert.deepEqual(of.laws, [{
    state: "XAA", title: "Gesetz 2 (Act 2)", provision: "§ 3", extract: "Whoever does § 3 shall be punished.",
    citation: "No. 2; Gazette 12; https://laws.example/1", language: "de",
  }]);
  assert.deepEqual(of.offences, [{ provision: "Gesetz 2 (Act 2), § 3", title: "Heading § 3" }]);
  assert.ok(isTaken(of, found, "en"));
  const said = JSON.stringify(letters(of).map(l => compose(of, l, [], sampleDay)));
  for (const words of ["Texts of law", "Gesetz 2 (Act 2)", "Whoever does § 3 shall be punished.",
    "Gazette 12"]) assert.ok(said.includes(words), words);
});

test("the addressee's provision becomes the law that the request is based on, and leaves the offences alone", () => {
  const of = draft();
  take(of, provisionsOf(library, "FRA", of)[0]!, "fr");
  assert.deepEqual(items(of, "bases")[1], {
    kind: "DOMESTIC_LAW", treaty: "Gesetz 3 (Loi 3), No. 3; Gazette 12; https://laws.example/1", article: "§ 4",
  });
  assert.deepEqual(of.offences, [{}]);
  take(of, provisionsOf(library, "FRA", of)[1]!, "fr");
  assert.equal(items(of, "laws")[1]!.provision, "Heading whole");
});

test("what is filled in already stays as it was typed", () => {
  const of = structuredClone(complete);
  const [offences, bases] = [structuredClone(of.offences), structuredClone(of.bases)];
  take(of, provisionsOf(library, "XAA", of)[0]!, "en");
  assert.deepEqual([of.offences, of.bases], [offences, bases]);
});

test("the library says until when it holds, and where there is none, that there is none", async () => {
  assert.deepEqual([isExpired(library, "2026-03-31"), isExpired(library, "2026-04-01")], [false, true]);
  const answers: Record<string, () => Response> = {
    404: () => new Response("", { status: 404 }), 401: () => new Response("", { status: 401 }), 200: () => Response.json({ laws: [] }),
    other: () => Response.json({ items: [] }), none: () => { throw new TypeError("no network"); },
  };
  const before = globalThis.fetch;
  try {
    for (const [status, expected] of [["404", "absent"], ["401", "notAllowed"], ["other", "absent"], ["none", "away"]] as const) {
      globalThis.fetch = async () => answers[status]!();
      assert.equal(await fetchPackage("/api/laws/package"), expected);
    }
    globalThis.fetch = async () => answers[200]!();
    assert.deepEqual(await fetchPackage("/api/laws/package"), { laws: [] });
  } finally {
    globalThis.fetch = before;
  }
});
