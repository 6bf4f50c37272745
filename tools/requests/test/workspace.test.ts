import assert from "node:assert/strict";
import { test } from "node:test";
import { samples } from "../src/data/samples/index.ts";
import { compose } from "../src/document/compose.ts";
import { letters } from "../src/document/letters.ts";
import { begin, isPractice, isUnsaved, leavePractice, practiceCase, practiceOf, type Workspace } from "../src/model/workspace.ts";
import { read, write } from "../src/model/draft.ts";

const [one, two] = [samples[0]!, samples[1]!];
const space = (): Workspace => ({ case: { facts: { link: "mine" } }, rest: { tide: "low" }, step: "facts", changed: true,
  seen: new Set(["purpose"]) });

test("while somebody practises, their own request waits, and comes back as it was", () => {
  const of = space();
  begin(of, practiceCase(one), "check");
  assert.ok(isPractice(of.case));
  begin(of, practiceCase(two), "check");
  of.changed = true;
  assert.equal(practiceOf(of.case), two.id);
  leavePractice(of, {}, "purpose");
  assert.deepEqual({ ...of, own: undefined }, { ...space(), own: undefined });
  leavePractice(of, { meta: {} }, "purpose");
  assert.deepEqual([of.case, of.changed], [{ meta: {} }, false]);
});

test("what would be lost is one's own request, whether it is open or waits, and never practice", () => {
  const of = space();
  assert.ok(isUnsaved(of));
  begin(of, practiceCase(one), "check");
  assert.ok(isUnsaved(of));
  of.own!.changed = false;
  of.changed = true;
  assert.ok(!isUnsaved(of));
  begin(of, {}, "purpose");
  assert.ok(!isUnsaved(of));
  assert.equal(of.own, undefined);
});

test("a practice case that was saved is practice when it is opened again, and its letter says so", () => {
  const again = read(write({ case: practiceCase(one) }));
  assert.equal(practiceOf(again.case), one.id);
  const said = (of: typeof again.case) => JSON.stringify(letters(of).map(l => compose(of, l, [], "2026-03-02")));
  assert.ok(said(again.case).includes("PRACTICE"));
  assert.ok(!said(one.case).includes("PRACTICE"));
  assert.deepEqual(one.case.meta, { documentLanguage: "en" });
});
