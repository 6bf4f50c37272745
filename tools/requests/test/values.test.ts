import assert from "node:assert/strict";
import { test } from "node:test";
import { shownNumber } from "../src/document/values.ts";
import { datesMeant, plusMonths } from "../src/rules/dates.ts";
import { numberOf, numbersMeant } from "../src/rules/numbers.ts";
import { hasZone } from "../src/rules/zones.ts";

const numbers: readonly (readonly [text: string | number, ...meant: string[]])[] = [
  ["1 234,50", "1234.50"], ["1.234,50", "1234.50"], ["1,234.50", "1234.50"], ["1'234.50", "1234.50"], ["1 234,500", "1234.500"],
  ["1,234", "1.234", "1234"], ["1.234", "1.234", "1234"], ["0,234", "0.234"], ["1234,567", "1234.567"], ["12,5", "12.5"],
  ["410 000", "410000"], ["1,234,567", "1234567"], ["12,34,567", "1234567"], ["8", "8"], ["007", "7"], ["١٬٢٣٤٫٥٠", "1234.50"], ["１２",
    "12"],
  [8, "8"], [1.234, "1.234"], ["12,345,67"], ["1 23"], ["about 400"], ["5 EUR"], ["-4"], ["1e5"], ["", ], ["1.2.3,4,5"],
    [`${"1".repeat(41)}`],
];
for (const [text, ...meant] of numbers)
  test(`"${text}" means ${meant.join(" or ") || "no number"}`, () => assert.deepEqual([...numbersMeant(text)].sort(), [...meant].sort()));

test("what may mean two numbers is none until somebody has chosen", () => {
  assert.deepEqual([numberOf("1,234"), numberOf("1 234,5"), numberOf(1.234), numberOf("x")], [undefined, 1234.5, 1.234, undefined]);
});

test("a number is shown as the language of the letter writes it, with the decimals that were typed, and a doubtful one as it was typed",
  () => {
  assert.deepEqual(["en", "fr", "es", "ru"].map(l => shownNumber("12 345,50", l as "en").replace(/\s/g, " ")),
    ["12,345.50", "12 345,50", "12.345,50", "12 345,50"]);
  assert.equal(shownNumber("123456789012345678901,25", "en"), "123,456,789,012,345,678,901.25");
  assert.equal(shownNumber("1,234", "fr"), "1,234");
});

const zones: readonly (readonly [text: string, has: boolean])[] = [
  ["2026-03-02T12:00Z", true], ["12:00 UTC", true], ["12:00 UTC+1", true], ["12:00 GMT -05:30", true], ["12:00 (Europe/Paris)", true],
  ["12:00 America/Argentina/Buenos_Aires", true], ["12:00+02:00", true], ["12:00:00-05:00", true], ["2026-03-02T12:00-05:00", true],
  ["14/03/2025 9.15 pm +0100", true], ["12:00 -0500", true], ["Europe/Paris", true], ["UTC+5:45", true],
  ["12:00-13:00", false], ["12:00-11:00", false], ["09:00 - 10:00", false], ["12:00–13:00", false], ["08:00:00-09:00:00", false],
  ["12:00+15:00", false], ["12:00 UTC+25", false], ["12:00 UTC-13:00", false], ["12:00+01:07", false], ["Tuesday/Wednesday at 10", false],
  ["Europe/Nowhere", false], ["2026-03-02 12:00", false], ["10 o'clock", false], ["tonight, 23:40", false],
];
for (const [text, has] of zones) test(`"${text}" ${has ? "says" : "does not say"} its time zone`, () => assert.equal(hasZone(text), has));

test("a day is read from each usual form, and one that may be two is both", () => {
  assert.deepEqual(["30.11.2026", "30/11/2026", "11/30/2026", "30-11-2026", "2026/11/30", "2026.11.30"].map(t => datesMeant(t).join()),
    Array.from({ length: 6 }, () => "2026-11-30"));
  assert.deepEqual(datesMeant("03/04/2026"), ["2026-04-03", "2026-03-04"]);
  assert.deepEqual(datesMeant("04.04.2026"), ["2026-04-04"]);
  for (const text of ["31/02/2026", "40.40.2026", "3/4/26", "soon", "1.2.3.2026", ""]) assert.deepEqual(datesMeant(text), []);
});

test("months are counted to the last day that a month has", () =>
  assert.deepEqual([plusMonths("2024-11-30", 15), plusMonths("2026-03-02", -15)], ["2026-02-28", "2024-12-02"]));
