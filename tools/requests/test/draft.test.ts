import assert from "node:assert/strict";
import { test } from "node:test";
import { complete } from "../src/data/samples/index.ts";
import { DraftError, read, write } from "../src/model/draft.ts";
import { isLocked, lock, unlock } from "../src/model/lock.ts";

const fault = (name: string) => (e: unknown) => e instanceof DraftError && e.fault === name;

test("a draft comes back as it was, and its file is the same twice", () => {
  const text = write({ case: complete });
  assert.deepEqual(read(text).case, complete);
  assert.deepEqual(read(text).unknown, []);
  assert.equal(write(read(text)), text);
});

test("what a newer version wrote is kept, and said", () => {
  const newer = { ...complete, seals: [1], time: { ...(complete.time as object), moon: "full" } };
  const draft = read(write({ case: newer as never, rest: { version: 7, tide: "low" } }));
  assert.deepEqual([draft.isNewer, draft.unknown], [true, ["seals", "time.moon"]]);
  assert.deepEqual(JSON.parse(write(draft)), { version: 7, tide: "low", format: "mla-draft", case: newer });
});

test("a file that is cut off, and one that is no draft, are told apart", () => {
  const text = write({ case: complete });
  assert.throws(() => read(text.slice(0, -40)), fault("cutOff"));
  assert.throws(() => read("[]"), fault("notDraft"));
  assert.throws(() => read('{"format":"something"}'), fault("notDraft"));
});

test("a locked draft opens with its passphrase only, and shows nothing without", async () => {
  const text = await lock(write({ case: complete }), "río 12");
  assert.ok(isLocked(text));
  assert.ok(!text.includes("Montagne"));
  assert.deepEqual(read(await unlock(text, "río 12")).case, complete);
  await assert.rejects(unlock(text, "rio 12"), fault("wrongPassphrase"));
  await assert.rejects(unlock(text.slice(0, 200), "río 12"), fault("cutOff"));
  await assert.rejects(unlock(text.replace('"version": 1', '"version": 2'), "río 12"), fault("newerLock"));
});

test("two locked files of one draft differ", async () => {
  assert.notEqual(await lock("x", "y"), await lock("x", "y"));
});
