import type { Value } from "./context.ts";

const longest = 40;
// Digits of other scripts as Latin ones; every mark that only parts thousands as a space; the Arabic decimal mark, which is never
// another, as "d".
const plain = (text: string): string => text.trim()
  .replace(/[٠-٩۰-۹０-９]/g, d => String(d.codePointAt(0)! & 0xf)).replace(/[\s'’٬]/g, " ").replace("٫", "d");

const group = (mark: string): string => `[1-9]\\d{0,2}(?:${mark}\\d{2,3})*${mark}\\d{3}`;
const marks: readonly (readonly [thousands: string, decimal: string])[] = [" ", "\\.", ","].flatMap(t =>
  ["\\.", ",", "d"].filter(d => d !== t).map(d => [t, d] as const));
const readings = marks.map(([t, d]) => new RegExp(`^(\\d+|${group(t)})(?:${d}(\\d+))?$`));

/**
 * What number a text may mean, in plain decimals: "1 234,50" is 1234.50. Where the mark may part thousands or decimals, as in "1,234",
 * there
 * are two; what is no number has none.
 */
export function numbersMeant(value: Value): readonly string[] {
  const text = plain(String(value ?? ""));
  // A number, not a text, is one that somebody chose where two were meant.
  if (typeof value === "number") return /^\d+(\.\d+)?$/.test(text) ? [text] : [];
  if (text.length > longest) return [];
  const found = readings.flatMap(reading => {
    const [, whole = "", decimals] = reading.exec(text) ?? [];
    return whole ? [whole.replace(/\D/g, "").replace(/^0+(?=\d)/, "") + (decimals ? `.${decimals}` : "")] : [];
  });
  return [...new Set(found)];
}

/** The number that a text means; undefined where it may mean two, or is none. */
export function numberOf(value: Value): number | undefined {
  const [meant, other] = numbersMeant(value);
  return meant === undefined || other !== undefined ? undefined : Number(meant);
}
