import type { Condition } from "./predicates.ts";

/** E blocks the mark FINAL, W warns, H hints. */
export type Severity = "E" | "W" | "H";
export interface Clause {
  readonly severity: Severity;
  /** The list whose items are looked at one by one. */
  readonly each?: string;
  /** Where it is to be mended: ".x" in the item. */
  readonly field: string;
  readonly when: Condition;
  /** Which of a rule's sentences says it, where it has several. */
  readonly part?: string;
}
export interface Rule {
  readonly code: string;
  readonly article: string;
  readonly clauses: readonly Clause[];
}

type C = Condition;
export const missing = (path: string): C => ["missing", path];
export const given = (path: string): C => ["given", path];
export const is = (path: string, ...values: string[]): C => ["is", path, ...values];
export const and = (...all: C[]): C => ["and", ...all];
export const or = (...any: C[]): C => ["or", ...any];
export const not = (condition: C): C => ["not", condition];
export const some = (list: string, condition: C): C => ["some", list, condition];
export const every = (list: string, condition: C): C => ["all", list, condition];
export const type = (...codes: string[]): C => ["type", ...codes];

export const rule = (code: string, article: string, ...clauses: Clause[]): Rule => ({ code, article, clauses });
export const at = (severity: Severity, field: string, when: C, part?: string): Clause =>
  ({ severity, field, when, ...(part ? { part } : {}) });
export const each = (list: string) => (severity: Severity, field: string, when: C, part?: string): Clause =>
  ({ severity, each: list, field, when, ...(part ? { part } : {}) });
export const measure = each("measures");
/** A field that holds a number which can be read in two ways, or none. */
export const unclear = (path: string): C => ["unclear", path];
/** A row that somebody began has these: one clause a field. */
export const begun = (list: string, ...names: string[]): Clause[] =>
  names.map(name => each(list)("E", `.${name}`, and(["begun"], missing(`.${name}`)), "begun"));
/** One clause a field that is missing. */
export const lacking = (codes: readonly string[], ...names: string[]): Clause[] =>
  names.map(name => measure("E", `.${name}`, and(type(...codes), missing(`.${name}`))));
