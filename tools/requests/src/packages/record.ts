import { countryName } from "../data/states.ts";
import { isGiven, isItem, items, listOf, textOf, type Item, type Value } from "../rules/context.ts";
import { say, type Language } from "../texts/texts.ts";

/** What a record says, by the names of its fields in the hub's contract (test/contract.json). */
export function nameOf(record: Item, language: string): string {
  const names = isItem(record.authorityName) ? record.authorityName : {};
  return String(names[language] ?? names.en ?? Object.values(names)[0] ?? "");
}

/** The office's own mailboxes; somebody's own only where there is no other. */
function mailboxes(record: Item): readonly string[] {
  const all = items(record, "emails");
  const offices = all.filter(e => e.functional !== false);
  return (offices.length > 0 ? offices : all.slice(0, 1)).map(e => textOf(e.address));
}

/** The address as it is written on a letter in a language; where the record names no country, it has its State. */
export function addressOf(record: Item, language: string): string {
  const address = isItem(record.postalAddress) ? record.postalAddress : {};
  const lines = Array.isArray(address.lines) ? address.lines.map(String) : [];
  const city = [address.postcode, address.city].filter(isGiven).join(" ");
  const phone = items(record, "phones").slice(0, 1).map(p => textOf(p.number));
  const country = textOf(address.country) || countryName(textOf(record.state), language);
  return [...lines, city, country, ...mailboxes(record), ...phone].filter(Boolean).join("\n");
}

const ranked = (record: Item): readonly Item[] =>
  [...items(record, "acceptedChannels")].sort((a, b) => Number(a.rank) - Number(b.rank));
/** The channel that the office prefers. */
export const firstChannel = (record: Item): Value => ranked(record)[0]?.channel;

function languageName(tag: string, language: Language): string {
  try {
    return new Intl.DisplayNames(language, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const weekdays = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"];
const dayName = (code: string, language: Language): string => new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" })
  .format(new Date(Date.UTC(2026, 1, 1 + Math.max(0, weekdays.indexOf(code)))));

function urgent(record: Item, language: Language): string {
  const of = isItem(record.urgentProcedure) ? record.urgentProcedure : {};
  const phone = isItem(of.phone) ? of.phone.number : undefined;
  const days = isGiven(of.provisionalArrestDays) ? say("page", "record.arrestDays", language, String(of.provisionalArrestDays)) : "";
  const hours = isGiven(of.confirmWithinHours) ? say("page", "record.confirmHours", language, String(of.confirmWithinHours)) : "";
  const oral = of.oralRequests === undefined ? "" : say("page", of.oralRequests === true ? "record.oral" : "record.notOral", language);
  return [of.text, phone, oral, hours, days].filter(isGiven).join("\n");
}

/** What a record says of requests, each with its name; empty where it is silent: nothing is guessed. */
export function saidOf(record: Item, language: Language): readonly (readonly [name: string, words: string])[] {
  const words = (value: Value): string => (Array.isArray(value) ? value.map(v => say("word", String(v), language)).join(", ") : "");
  const hours = items(record, "officeHours").map(o => `${dayName(textOf(o.day), language)} ${textOf(o.from)}–${textOf(o.to)}`).join("; ");
  const channels = ranked(record).map(c =>
    [c.channel, c.confirmBy].filter(isGiven).map(code => say("word", textOf(code), language)).join(" + "));
  const required = Object.values(isItem(record.requiredInformation) ? record.requiredInformation : {}).map(textOf);
  const notices = items(record, "temporaryNotices").map(n => `${[n.from, n.to].filter(isGiven).join(" – ")}: ${textOf(n.text)}`);
  const languages = listOf(record.languagesOfRequests).map(tag => languageName(tag, language));
  return [
    ["languagesOfRequests", languages.join(", ")], ["channels", channels.join(", ")],
    ["interpol", record.interpolAccepted === "UNKNOWN" ? "" : say("word", textOf(record.interpolAccepted), language)],
    ["hours", [hours, record.timeZone, record.publicHolidays].filter(isGiven).join(" · ")],
    ["requiredInformation", required.join("\n")], ["requiredDocuments", words(record.requiredDocuments)],
    ["formats", words(record.acceptedFormats)], ["dualCriminality", textOf(record.dualCriminality)], ["urgent", urgent(record, language)],
    ["nationals", textOf(record.extraditionOfNationals)], ["limits", textOf(record.timeLimits)], ["legal", textOf(record.legalSummary)],
    ["notices", notices.join("\n")],
  ];
}
