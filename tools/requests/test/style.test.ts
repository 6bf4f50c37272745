import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import assert from "node:assert/strict";
import { test } from "node:test";

test("no line of the sources is longer than 140 columns, but for the texts", () => {
  const files = ["src", "test"].flatMap(folder => readdirSync(folder, { recursive: true, encoding: "utf8" }).map(f => join(folder, f)))
    .filter(f => f.endsWith(".ts"));
  assert.ok(files.length > 50);
  const long = files.flatMap(f => readFileSync(f, "utf8").split("\n").flatMap((line,
    i) => ([...line].length > 140 ? [`${f}:${i + 1}`] : [])));
  assert.deepEqual(long, []);
});
