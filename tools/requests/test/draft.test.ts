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
  await assert.rejects(unlock(text.replace('"version": 1', '"version": 2'), "río 12"), fault("newerLock"));
});

test("a locked file that is damaged is called damaged, not its passphrase wrong", async () => {
  const text = await lock(write({ case: complete }), "río 12");
  const changed = (change: (file: Record<string, unknown>) => void): string => {
    const file = JSON.parse(text) as Record<string, unknown>;
    change(file);
    return JSON.stringify(file);
  };
  const shorter = (value: unknown) => String(value).slice(0, 16);
  await assert.rejects(unlock(text.slice(0, 200), "río 12"), fault("cutOff"));
  for (const name of ["salt", "iv", "data", "iterations"]) {
    for (const value of [undefined, null, 7.5, "!!", {}, -1, "AAAA"])
      await assert.rejects(unlock(changed(f => { f[name] = value; }), "río 12"), fault("cutOff"), `${name} ${String(value)}`);
  }
  await assert.rejects(unlock(changed(f => { f.version = "x"; }), "río 12"), fault("cutOff"));
  await assert.rejects(unlock(changed(f => { f.data = `${shorter(f.data)}${String(f.data).slice(20)}`; }), "río 12"), fault("damagedLock"));
  await assert.rejects(unlock(changed(f => { f.sum = 1; }), "río 12"), fault("damagedLock"));
});

test("of a file from before the sum nobody can say which it is, and both are said", async () => {
  const { sum, ...old } = JSON.parse(await lock("{}", "one")) as Record<string, unknown>;
  assert.ok(sum);
  assert.equal(await unlock(JSON.stringify(old), "one"), "{}");
  await assert.rejects(unlock(JSON.stringify(old), "two"), fault("wrongOrChanged"));
});

test("two locked files of one draft differ", async () => {
  assert.notEqual(await lock("x", "y"), await lock("x", "y"));
});
