import { isState } from "../data/stateNames.ts";
import { typeOf } from "../data/types.ts";
import { daysBetween, hasSeconds, isDate } from "./dates.ts";
import { numberOf, numbersMeant } from "./numbers.ts";
import { office } from "./office.ts";
import * as pattern from "./patterns.ts";
import { isGiven, items, listOf, read, textOf, texts, type Scope } from "./context.ts";
import { hasZone } from "./zones.ts";

/** A condition is data: the name of a predicate, and what it is to look at. */
export type Condition = readonly [name: string, ...args: (string | number | Condition)[]];

type Predicate = (scope: Scope, ...args: never[]) => boolean;
const date = (path: string, scope: Scope): string | undefined => {
  const value = read(path, scope);
  return isDate(value) ? value : undefined;
};
const number = (path: string, scope: Scope): number | undefined => numberOf(read(path, scope));

const general: Record<string, Predicate> = {
  missing: (s, path: string) => !isGiven(read(path, s)),
  given: (s, path: string) => isGiven(read(path, s)),
  is: (s, path: string, ...values: string[]) => listOf(read(path, s)).some(v => values.includes(v)),
  // A row in which something was written already.
  begun: s => Object.values(s.item ?? {}).some(isGiven),
  notState: (s, path: string) => isGiven(read(path, s)) && !isState(textOf(read(path, s))),
  same: (s, one: string, other: string) => isGiven(read(one, s)) && textOf(read(one, s)) === textOf(read(other, s)),
  under: (s, path: string, limit: number) => (number(path, s) ?? Infinity) < limit,
  over: (s, path: string, limit: string) => (number(path, s) ?? 0) > (number(limit, s) ?? Infinity),
  // A number that can be read in two ways, or none.
  unclear: (s, path: string) => isGiven(read(path, s)) && numbersMeant(read(path, s)).length !== 1,
  and: (s, ...all: Condition[]) => all.every(c => holds(c, s)),
  or: (s, ...any: Condition[]) => any.some(c => holds(c, s)),
  not: (s, condition: Condition) => !holds(condition, s),
  some: (s, name: string, condition: Condition) => items(s.context.case, name).some(item => holds(condition, { ...s, item })),
  all: (s, name: string, condition: Condition) =>
    items(s.context.case, name).length > 0 && items(s.context.case, name).every(item => holds(condition, { ...s, item })),
};

function away(s: Scope, path: string): number | undefined {
  const day = date(path, s);
  return day === undefined ? undefined : daysBetween(s.context.today, day);
}
const dates: Record<string, Predicate> = {
  before: (s, path: string, days: number) => (away(s, path) ?? Infinity) < days,
  after: (s, path: string, days: number) => (away(s, path) ?? -Infinity) > days,
  sooner: (s, path: string, limit: string, otherwise: number) => (away(s, path) ?? Infinity) < (number(limit, s) ?? otherwise),
  longer: (s, from: string, to: string, years: number) =>
    ((a, b) => !!a && !!b && daysBetween(a, b) > years * 365.25)(date(from, s), date(to, s)),
  zoneless: (s, path: string) => isGiven(read(path, s)) && !hasZone(textOf(read(path, s))),
};

const lines = (s: Scope, path: string) => pattern.connections(textOf(read(path, s)));
const matching: Record<string, Predicate> = {
  badIban: (s, path: string) => pattern.looksLikeIban(textOf(read(path, s))) && !pattern.isIban(textOf(read(path, s))),
  badBic: (s, path: string) => isGiven(read(path, s)) && !pattern.isBic(textOf(read(path, s))),
  inexact: (s, path: string) => isGiven(read(path, s)) && !pattern.isExact(textOf(read(path, s))),
  lineWithoutZone: (s, path: string) => lines(s, path).some(l => !hasZone(l)),
  lineWithoutSeconds: (s, path: string) => lines(s, path).some(l => !hasSeconds(l)),
  lineWithoutPort: (s, path: string) => lines(s, path).some(pattern.lacksPort),
  placeholder: s => texts(s.context.case).some(pattern.hasPlaceholder),
  acronym: (s, path: string) => pattern.unexplained(textOf(read(path, s))).length > 0,
  stranger: (s, path: string) => {
    const names = items(s.context.case, "persons").flatMap(p => [textOf(p.name), textOf(p.aliases)]).join("\n");
    return pattern.named(textOf(read(path, s))).some(n => !names.includes(n));
  },
};

const field: Record<string, Predicate> = {
  type: (s, ...codes: string[]) => codes.includes(textOf(s.item?.type)),
  coercive: s => typeOf(s.item?.type)?.coercive === true,
  // The text of this provision is among the texts of law that the letter quotes.
  quoted: s => items(s.context.case, "laws").some(l => isGiven(l.extract) && isGiven(l.provision)
    && l.state === read("requesting.state", s) && textOf(s.item?.provision).includes(textOf(l.provision))),
  absentAnnex: s => texts(s.context.case).flatMap(pattern.cited).some(n => n > items(s.context.case, "attachments").length),
  twoRoles: s => s.item?.role === "WITNESS" && items(s.context.case, "persons")
    .some(p => p.name === s.item?.name && ["SUSPECT", "ACCUSED"].includes(textOf(p.role))),
  onlyNotAlone: s => listOf(s.item?.grounds).length > 0 && listOf(s.item?.grounds).every(g => ["BANK_SECRECY", "FISCAL"].includes(g)),
};

const predicates: Record<string, Predicate> = { ...general, ...dates, ...matching, ...field, ...office };
export const predicateNames: readonly string[] = Object.keys(predicates);

export function holds([name, ...args]: Condition, scope: Scope): boolean {
  const predicate = predicates[name];
  if (!predicate) throw new Error(`No predicate ${name}`);
  return predicate(scope, ...(args as never[]));
}
