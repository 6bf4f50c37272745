import { pairs } from "../data/vocabularies.ts";
import { typeOf } from "../data/types.ts";
import { daysBetween, hasSeconds, hasZone, isDate, plusDays, weekday } from "./dates.ts";
import * as pattern from "./patterns.ts";
import { isGiven, items, read, texts, type Item, type Scope, type Value } from "./context.ts";

/** A condition is data: the name of a predicate, and what it is to look at. */
export type Condition = readonly [name: string, ...args: (string | number | Condition)[]];

type Predicate = (scope: Scope, ...args: never[]) => boolean;
const text = (value: Value): string => (isGiven(value) ? String(value) : "");
const list = (value: Value): readonly string[] => (Array.isArray(value) ? value.map(String) : isGiven(value) ? [String(value)] : []);
const date = (path: string, scope: Scope): string | undefined => {
  const value = read(path, scope);
  return isDate(value) ? value : undefined;
};

const general: Record<string, Predicate> = {
  missing: (s, path: string) => !isGiven(read(path, s)),
  given: (s, path: string) => isGiven(read(path, s)),
  is: (s, path: string, ...values: string[]) => list(read(path, s)).some(v => values.includes(v)),
  same: (s, one: string, other: string) => isGiven(read(one, s)) && text(read(one, s)) === text(read(other, s)),
  under: (s, path: string, limit: number) => isGiven(read(path, s)) && Number(read(path, s)) < limit,
  over: (s, path: string, limit: string) => isGiven(read(limit, s)) && Number(read(path, s)) > Number(read(limit, s)),
  and: (s, ...all: Condition[]) => all.every(c => holds(c, s)),
  or: (s, ...any: Condition[]) => any.some(c => holds(c, s)),
  not: (s, condition: Condition) => !holds(condition, s),
  some: (s, name: string, condition: Condition) => items(s.context.case, name).some(item => holds(condition, { ...s, item })),
  all: (s, name: string, condition: Condition) =>
    items(s.context.case, name).length > 0 && items(s.context.case, name).every(item => holds(condition, { ...s, item })),
};

const dates: Record<string, Predicate> = {
  before: (s, path: string, days: number) => (d => !!d && d < plusDays(s.context.today, days))(date(path, s)),
  after: (s, path: string, days: number) => (d => !!d && d > plusDays(s.context.today, days))(date(path, s)),
  sooner: (s, path: string, limit: string, otherwise: number) =>
    (d => !!d && d < plusDays(s.context.today, Number(read(limit, s) ?? otherwise)))(date(path, s)),
  longer: (s, from: string, to: string, years: number) =>
    ((a, b) => !!a && !!b && daysBetween(a, b) > years * 365.25)(date(from, s), date(to, s)),
  // A day for which the office states no hours, where it states its hours at all.
  closed: (s, path: string) => {
    const [day, hours] = [date(path, s), read("record.officeHours", s)];
    return !!day && Array.isArray(hours) && hours.length > 0 && !hours.some(h => (h as Item).day === weekday(day));
  },
  zoneless: (s, path: string) => isGiven(read(path, s)) && !hasZone(text(read(path, s))),
};

const lines = (s: Scope, path: string) => pattern.connections(text(read(path, s)));
const matching: Record<string, Predicate> = {
  badIban: (s, path: string) => pattern.looksLikeIban(text(read(path, s))) && !pattern.isIban(text(read(path, s))),
  badBic: (s, path: string) => isGiven(read(path, s)) && !pattern.isBic(text(read(path, s))),
  inexact: (s, path: string) => isGiven(read(path, s)) && !pattern.isExact(text(read(path, s))),
  lineWithoutZone: (s, path: string) => lines(s, path).some(l => !hasZone(l)),
  lineWithoutSeconds: (s, path: string) => lines(s, path).some(l => !hasSeconds(l)),
  lineWithoutPort: (s, path: string) => lines(s, path).some(pattern.lacksPort),
  placeholder: s => texts(s.context.case).some(pattern.hasPlaceholder),
  acronym: (s, path: string) => pattern.unexplained(text(read(path, s))).length > 0,
  stranger: (s, path: string) => {
    const names = items(s.context.case, "persons").flatMap(p => [text(p.name), text(p.aliases)]).join("\n");
    return pattern.named(text(read(path, s))).some(n => !names.includes(n));
  },
};

const matters: Readonly<Record<string, readonly string[]>> = {
  MLA: ["MLA"], ASSETS: ["ASSET_RECOVERY", "MLA"], PROCEEDINGS: ["MLA"], EXTRADITION: ["EXTRADITION"], GUN_TRACE: ["FIREARMS_LIAISON"],
  SENTENCED: ["TRANSFER_SENTENCED_PERSONS"], SEA_DRUGS: ["DRUG_SMUGGLING_SEA"], SEA_MIGRANTS: ["MIGRANT_SMUGGLING_SEA"],
};
const designations = (s: Scope): readonly Item[] => (read("record.designations", s) as Item[] | undefined) ?? [];
const families = (s: Scope) => items(s.context.case, "measures").flatMap(m => typeOf(m.type)?.family ?? []);

const field: Record<string, Predicate> = {
  type: (s, ...codes: string[]) => codes.includes(text(s.item?.type)),
  coercive: s => typeOf(s.item?.type)?.coercive === true,
  undesignated: s => {
    const family = typeOf(s.item?.type)?.family;
    return !!family && designations(s).length > 0 && !designations(s).some(d => matters[family]!.includes(text(d.matter)));
  },
  unpaired: s => {
    const allowed = pairs[text(s.item?.kind)];
    const article = /^\d+/.exec(text(s.item?.article))?.[0];
    return !!allowed && !!article && families(s).length > 0 && !families(s).some(f => allowed[f]?.includes(article));
  },
  refusedChannel: s => {
    const [accepted, chosen] = [read("record.acceptedChannels", s) as Item[] | undefined, text(read("addressee.channel", s))];
    return !!chosen && !!accepted?.length && !accepted.some(a => a.channel === chosen);
  },
  secondChannel: s => {
    const chosen = text(read("addressee.channel", s));
    const accepted = (read("record.acceptedChannels", s) as Item[] | undefined)?.find(a => a.channel === chosen);
    return !!accepted && Number(accepted.rank) > 1;
  },
  outOfScope: s => {
    const [territory, scopes] = [text(read("addressee.territory", s)), designations(s).flatMap(d => d.scope ?? [])];
    return !!territory && scopes.length > 0 && !scopes.some(c => text(c).includes(territory));
  },
  unaccepted: s => {
    const accepted = list(read("record.languagesOfRequests", s));
    const written = [read("meta.documentLanguage", s), read("meta.secondLanguage", s)].map(text);
    const translated = items(s.context.case, "attachments").filter(a => isGiven(a.translation)).map(a => text(a.language));
    return accepted.length > 0 && ![...written, ...translated].some(l => accepted.includes(l));
  },
  superseded: s => Number(read("package.record.version", s) ?? 0) > Number(read("record.version", s) ?? Infinity),
  absentAnnex: s => texts(s.context.case).flatMap(pattern.cited).some(n => n > items(s.context.case, "attachments").length),
  twoRoles: s => s.item?.role === "WITNESS" && items(s.context.case, "persons")
    .some(p => p.name === s.item?.name && ["SUSPECT", "ACCUSED"].includes(text(p.role))),
  onlyNotAlone: s => list(s.item?.grounds).length > 0 && list(s.item?.grounds).every(g => ["BANK_SECRECY", "FISCAL"].includes(g)),
};

const predicates: Record<string, Predicate> = { ...general, ...dates, ...matching, ...field };
export const predicateNames: readonly string[] = Object.keys(predicates);

export function holds([name, ...args]: Condition, scope: Scope): boolean {
  const predicate = predicates[name];
  if (!predicate) throw new Error(`No predicate ${name}`);
  return predicate(scope, ...(args as never[]));
}
