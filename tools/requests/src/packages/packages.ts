import { shapedRecord } from "../model/shape.ts";
import { isItem, items, type Context, type Item, type Value } from "../rules/context.ts";
import { nameOf } from "./record.ts";

/** The only addresses that this page ever asks: both hold everything, so that nobody learns which State a case is about. */
export type PackageAddress = "/api/directory/package" | "/api/laws/package";
export type Missing = "away" | "notAllowed" | "absent";

/** The one function that fetches: no body, no query, nothing of a case. */
export async function fetchPackage(address: PackageAddress): Promise<Item | Missing> {
  try {
    const response = await fetch(address, { method: "GET", credentials: "same-origin", cache: "no-cache", redirect: "error" });
    if (response.status === 401 || response.status === 403) return "notAllowed";
    if (!response.ok) return "absent";
    const read = address === "/api/laws/package" ? asLaws : asDirectory;
    return read(await response.json()) ?? "absent";
  } catch {
    return "away";
  }
}

/** The directory as it was given out or saved, its records in the shape that they are read in; undefined where it is none. */
export function asDirectory(value: unknown): Item | undefined {
  if (!isItem(value) || !Array.isArray(value.items)) return undefined;
  return { ...value, items: items(value, "items").map(shapedRecord), states: [...items(value, "states")] };
}

/** The library of laws as it was given out or saved; undefined where it is none. */
export function asLaws(value: unknown): Item | undefined {
  if (!isItem(value) || !Array.isArray(value.laws)) return undefined;
  return { ...value, laws: [...items(value, "laws")] };
}

/** The last day on which a package holds: the directory and the library name it differently. */
export const lastDay = (of: Item): string => String(of.expires ?? of.expiresAt ?? "").slice(0, 10);
export const isExpired = (of: Item, today: string): boolean => lastDay(of) !== "" && lastDay(of) < today;

/** The records of a State, those that are for the matters first; the whole package stays in the browser. */
export function recordsOf(of: Item | undefined, state: string, matters: readonly string[]): readonly Item[] {
  const fits = (r: Item) => items(r, "designations").some(d => matters.includes(String(d.matter)));
  const found = of ? items(of, "items").filter(r => r.state === state && r.status !== "WITHDRAWN") : [];
  return [...found].sort((a, b) => Number(fits(b)) - Number(fits(a)) || nameOf(a, "en").localeCompare(nameOf(b, "en")));
}

/** What a State declared for itself; undefined where the directory has nothing of it. */
export const declaredBy = (of: Item | undefined, state: Value): Item | undefined => of && items(of, "states").find(s => s.state === state);

/** Whether a State takes the Convention as legal basis of extradition (UNTOC 16(5)); undefined where it said nothing. */
export const extraditionBasis = (of: Item | undefined, state: Value): Value =>
  items(declaredBy(of, state) ?? {}, "legalBasis").find(b => b.instrument === "UNTOC")?.value;

/** What the rules look at: the case, the day, and what the directory says of its addressee. */
export function contextOf(of: Item, today: string, directory: Item | undefined): Context {
  if (!directory) return { case: of, today };
  const addressee = isItem(of.addressee) ? of.addressee : {};
  const id = isItem(addressee.record) ? addressee.record.recordId : undefined;
  const record = items(directory, "items").find(r => r.recordId === id);
  const declared = declaredBy(directory, addressee.state);
  const days = { madeOn: String(directory.madeOn).slice(0, 10), expires: lastDay(directory) };
  return { case: of, today, package: { ...days, ...(record ? { record } : {}), ...(declared ? { state: declared } : {}) } };
}
