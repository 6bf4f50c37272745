import { typeOf } from "../data/types.ts";
import { items, type Item } from "../rules/context.ts";

export type Template = "MLA" | "SHORT" | "EXTRADITION" | "PROV_ARREST" | "SENTENCED" | "SEA" | "GUN_TRACE";

/** The letters that a case makes: what has a template of its own is never mixed with other assistance in one letter. */
export interface Letter {
  readonly template: Template;
  readonly measures: readonly Item[];
}

const own: ReadonlyMap<string, Template> = new Map([
  ["EXTRADITION", "EXTRADITION"], ["PROV_ARREST", "PROV_ARREST"], ["SENTENCED", "SENTENCED"], ["SEA_DRUGS", "SEA"], ["SEA_MIGRANTS", "SEA"],
  ["GUN_TRACE", "GUN_TRACE"],
]);

export function letters(of: Item): readonly Letter[] {
  const found = new Map<Template, Item[]>();
  for (const measure of items(of, "measures")) {
    const template = own.get(String(measure.type)) ?? "MLA";
    found.set(template, [...(found.get(template) ?? []), measure]);
  }
  return [...found].map(([template, measures]) =>
    ({ template: template === "MLA" && measures.every(m => typeOf(m.type)?.short) ? "SHORT" as const : template, measures }));
}

const body = ["urgency", "authority", "proceeding", "offences", "laws", "facts", "persons", "link", "assistance", "secrecy", "time",
  "history", "assurances", "costs"];
const without = (...names: string[]) => body.filter(n => !names.includes(n));

/** Which sections a letter has, in their order. */
export const sections: Readonly<Record<Template, readonly string[]>> = {
  MLA: body,
  SHORT: ["urgency", "authority", "persons", "assistance", "secrecy", "time", "laws"],
  EXTRADITION: without("link"),
  PROV_ARREST: ["urgency", "authority", "offences", "laws", "facts", "persons", "assistance", "secrecy", "time", "assurances"],
  SENTENCED: without("link", "facts"),
  SEA: ["urgency", "authority", "facts", "assistance", "secrecy", "time", "laws"],
  GUN_TRACE: without("offences", "costs", "history"),
};
