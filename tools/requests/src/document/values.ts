import type { Field } from "../data/fields.ts";
import { isGiven, items, type Item, type Value } from "../rules/context.ts";
import { isDate } from "../rules/dates.ts";
import { numbersMeant } from "../rules/numbers.ts";
import { say, type Language } from "../texts/texts.ts";

/** What a field holds, in words; people are named, not numbered, and no reader takes the month for the day. */
export function inWords(field: Field, value: Value, of: Item, language: Language): string {
  if (!isGiven(value)) return "";
  switch (field.kind) {
    case "yes": return value === true ? say("page", "yes", language) : "";
    case "choice": return say("word", String(value), language);
    case "many": return (Array.isArray(value) ? value : [value]).map(v => say("word", String(v), language)).join("; ");
    case "person": return String(items(of, "persons")[Number(value) - 1]?.name ?? "");
    case "type": return say("word", String(value), language);
    case "date": return day(String(value), language);
    case "number": return shownNumber(value, language);
    default: return String(value);
  }
}

const locale = (language: Language): string => (language === "en" ? "en-GB" : language);
const dayNames = (language: Language) =>
  new Intl.DateTimeFormat(locale(language), { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
/** A day in words. */
export const day = (date: string, language: Language): string =>
  isDate(date) ? dayNames(language).format(new Date(`${date}T00:00:00Z`)).replace(/^1 /, language === "fr" ? "1er " : "1 ") : date;

/** A number as the language writes it, with the decimals that were typed; what may mean two numbers stays as it was typed. */
export function shownNumber(value: Value, language: Language, useGrouping = true): string {
  const [meant, other] = numbersMeant(value);
  if (meant === undefined || other !== undefined) return String(value);
  const digits = meant.split(".")[1]?.length ?? 0;
  // As a text: a number of the language would lose digits.
  const format = new Intl.NumberFormat(locale(language), { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping });
  return format.format(meant as `${number}`);
}
