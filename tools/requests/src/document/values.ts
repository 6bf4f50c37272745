import type { Field } from "../data/fields.ts";
import { isGiven, items, type Item, type Value } from "../rules/context.ts";
import { say, type Language } from "../texts/texts.ts";

/** What a field holds, in words; people are named, not numbered. */
export function inWords(field: Field, value: Value, of: Item, language: Language): string {
  if (!isGiven(value)) return "";
  switch (field.kind) {
    case "yes": return value === true ? say("page", "yes", language) : "";
    case "choice": return say("word", String(value), language);
    case "many": return (Array.isArray(value) ? value : [value]).map(v => say("word", String(v), language)).join("; ");
    case "person": return String(items(of, "persons")[Number(value) - 1]?.name ?? "");
    case "type": return say("word", String(value), language);
    default: return String(value);
  }
}

const dayNames = (language: Language) => new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
/** A day in words, so that no reader takes the month for the day. */
export const day = (date: string, language: Language): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) ? dayNames(language).format(new Date(`${date}T00:00:00Z`)) : date;
