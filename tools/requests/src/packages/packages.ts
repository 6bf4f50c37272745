import { isItem } from "../model/draft.ts";
import { items, type Item } from "../rules/context.ts";

/** The only addresses that this page ever asks: both hold everything, so that nobody learns which State a case is about. */
export type PackageAddress = "/api/directory/package" | "/api/laws/package";
export type Missing = "away" | "notAllowed" | "absent";

/** The one function that fetches: no body, no query, nothing of a case. */
export async function fetchPackage(address: PackageAddress): Promise<Item | Missing> {
  try {
    const response = await fetch(address, { method: "GET", credentials: "same-origin", cache: "no-cache", redirect: "error" });
    if (response.status === 401 || response.status === 403) return "notAllowed";
    if (!response.ok) return "absent";
    return asPackage(await response.json()) ?? "absent";
  } catch {
    return "away";
  }
}

/** A package as it was given out or saved; undefined where it is none. */
export const asPackage = (value: unknown): Item | undefined =>
  isItem(value as Item) && Array.isArray((value as Item).items) ? (value as Item) : undefined;

export const isExpired = (of: Item, today: string): boolean => typeof of.expires === "string" && of.expires.slice(0, 10) < today;

/** The records of a State, those that are for the matters first; the whole package stays in the browser. */
export function recordsOf(of: Item | undefined, state: string, matters: readonly string[]): readonly Item[] {
  const fits = (r: Item) => items(r, "designations").some(d => matters.includes(String(d.matter)));
  const found = of ? items(of, "items").filter(r => r.state === state && r.status !== "WITHDRAWN") : [];
  return [...found].sort((a, b) => Number(fits(b)) - Number(fits(a)) || nameOf(a, "en").localeCompare(nameOf(b, "en")));
}

export function nameOf(record: Item, language: string): string {
  const names = (record.authorityName ?? {}) as Item;
  return String(names[language] ?? names.en ?? Object.values(names)[0] ?? "");
}

/** The address as it is written on a letter. */
export function addressOf(record: Item): string {
  const address = (record.postalAddress ?? {}) as Item;
  const lines = Array.isArray(address.lines) ? address.lines.map(String) : [];
  const city = [address.postcode, address.city].filter(Boolean).join(" ");
  const emails = items(record, "emails").map(e => String(e.address));
  const phones = items(record, "phones").map(p => String(p.number));
  return [...lines, city, ...emails.slice(0, 1), ...phones.slice(0, 1)].filter(Boolean).join("\n");
}
