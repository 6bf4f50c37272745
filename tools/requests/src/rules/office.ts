import { pairs } from "../data/vocabularies.ts";
import { matters, typeOf } from "../data/types.ts";
import { isDate, plusMonths, weekday } from "./dates.ts";
import { isGiven, isItem, items, listOf, read, rows, textOf, type Item, type Scope } from "./context.ts";

// A record counts as not confirmed fifteen months after somebody last said that it is right, as in the hub (UpkeepPolicy).
const monthsUntilUnconfirmed = 15;

const designations = (s: Scope): readonly Item[] => rows("record.designations", s);
const ended = (s: Scope, d: Item): boolean => isDate(d.effectiveTo) && d.effectiveTo < s.context.today;
const families = (s: Scope) => items(s.context.case, "measures").flatMap(m => typeOf(m.type)?.family ?? []);
const primary = (tag: string): string => tag.toLowerCase().split("-")[0]!;

/** What the addressee's office and State say of themselves, as the directory has it. */
export const office: Record<string, (scope: Scope, ...args: never[]) => boolean> = {
  // No longer designated for anything.
  ended: s => designations(s).length > 0 && designations(s).every(d => ended(s, d)),
  unconfirmed: s => {
    const last = textOf(read("record.lastConfirmedOn", s) ?? read("record.lastChangedOn", s)).slice(0, 10);
    return read("record.status", s) === "NON_CONFIRMED" || (isDate(last) && plusMonths(last, monthsUntilUnconfirmed) < s.context.today);
  },
  undesignated: s => {
    const family = typeOf(s.item?.type)?.family;
    const held = designations(s).filter(d => !ended(s, d));
    return !!family && held.length > 0 && !held.some(d => matters[family].includes(textOf(d.matter)));
  },
  // The State said that it has no authority for this, under the instrument that is relied on.
  nil: s => {
    const family = typeOf(s.item?.type)?.family;
    const instruments = items(s.context.case, "bases").map(b => b.kind);
    const none = rows("package.state.nilDeclarations", s).map(n => n.pair)
      .filter(isItem).filter(p => instruments.includes(p.instrument));
    return !!family && matters[family].every(m => none.some(p => p.matter === m));
  },
  unpaired: s => {
    const kind = textOf(s.item?.kind);
    const allowed = Object.hasOwn(pairs, kind) ? pairs[kind] : undefined;
    const article = /^\d+/.exec(textOf(s.item?.article))?.[0];
    return !!allowed && !!article && families(s).length > 0 && !families(s).some(f => allowed[f]?.includes(article));
  },
  refusedChannel: s => {
    const [accepted, chosen] = [rows("record.acceptedChannels", s), textOf(read("addressee.channel", s))];
    return !!chosen && accepted.length > 0 && !accepted.some(a => a.channel === chosen);
  },
  secondChannel: s => {
    const accepted = rows("record.acceptedChannels", s).find(a => a.channel === textOf(read("addressee.channel", s)));
    return !!accepted && Number(accepted.rank) > 1;
  },
  outOfScope: s => {
    const [territory, scopes] = [textOf(read("addressee.territory", s)), designations(s).flatMap(d => d.scope ?? [])];
    return !!territory && scopes.length > 0 && !scopes.some(c => textOf(c).includes(territory));
  },
  // A tag may name a country or a script too: "pt-BR" is Portuguese.
  unaccepted: s => {
    const accepted = listOf(read("record.languagesOfRequests", s)).map(primary);
    const written = [read("meta.documentLanguage", s), read("meta.secondLanguage", s)].map(textOf);
    const translated = items(s.context.case, "attachments").filter(a => isGiven(a.translation)).map(a => textOf(a.language));
    return accepted.length > 0 && ![...written, ...translated].some(l => accepted.includes(primary(l)));
  },
  // A day for which the office states no hours, where it states its hours at all.
  closed: (s, path: string) => {
    const [day, hours] = [read(path, s), rows("record.officeHours", s)];
    return isDate(day) && hours.length > 0 && !hours.some(h => h.day === weekday(day));
  },
  superseded: s => Number(read("package.record.version", s) ?? 0) > Number(read("record.version", s) ?? Infinity),
};
