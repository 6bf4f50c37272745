import { group, type Field } from "../data/fields.ts";
import { stateName } from "../data/states.ts";
import { typeOf } from "../data/types.ts";
import { isGiven, isItem, items, type Item } from "../rules/context.ts";
import { say, type Language } from "../texts/texts.ts";
import { both, label, letter, plain, type Block, type Line, type Voice } from "./block.ts";
import { day, inWords, shownNumber } from "./values.ts";
import type { Letter } from "./letters.ts";

export interface Writing {
  readonly of: Item;
  readonly voice: Voice;
  readonly letter: Letter;
}
type Section = (writing: Writing) => readonly Block[];
type Row = readonly [Line, string];

export const part = (of: Item, name: string): Item => {
  const found = of[name];
  return isItem(found) ? found : {};
};
const heading = (voice: Voice, key: string): Block => ({ kind: "heading", line: letter(voice, key) });
const under = (voice: Voice, key: string, ...blocks: Block[]): readonly Block[] =>
  blocks.length > 0 ? [heading(voice, key), ...blocks] : [];
const table = (rows: readonly Row[]): Block[] => (rows.length > 0 ? [{ kind: "pairs", rows }] : []);

/** What is filled in of some fields of a group, each with its name. */
function pairs({ of, voice }: Writing, id: string, names: readonly string[]): readonly Row[] {
  return filled({ of, voice }, names.map(name => group(id).fields.find(f => f.name === name)!), part(of, id));
}

const filled = ({ of, voice }: Pick<Writing, "of" | "voice">, fields: readonly Field[], item: Item): readonly Row[] =>
  fields.flatMap(field => {
    const words = inWords(field, item[field.name], of, voice.first);
    return words ? [[label(voice, field.name), words] as const] : [];
  });

const penalty = (offence: Item, language: Language): string => [
  isGiven(offence.years) ? say("letter", "letter.yearsShort", language, shownNumber(offence.years, language)) : "",
  offence.life ? say("letter", "letter.life", language) : "", offence.death ? say("letter", "letter.deathShort", language) : "",
].filter(Boolean).join("; ");

const chosen = (id: string, ...names: string[]): readonly Field[] => group(id).fields.filter(f => names.includes(f.name));
const offences: Section = ({ of, voice }) => under(voice, "letter.offences", ...items(of, "offences").flatMap((offence, index): Block[] => [
  { kind: "text", line: plain(String(offence.title ?? "")), number: `${index + 1}.` },
  ...table([
    ...filled({ of, voice }, chosen("offences", "provision", "hook", "transnational", "groupStatement", "dual", "harm"), offence),
    ...(penalty(offence, voice.first) ? [[letter(voice, "letter.penalty"), penalty(offence, voice.first)] as const] : []),
  ]),
]));

const laws: Section = ({ of, voice }) => under(voice, "letter.laws", ...items(of, "laws").flatMap((law, index): Block[] => [
  {
    kind: "text", number: `${index + 1}.`,
    line: plain([stateName(String(law.state ?? ""), voice.first), law.title].filter(isGiven).join(": ")),
  },
  ...table(filled({ of, voice }, chosen("laws", "provision", "extract", "citation", "language"), law)),
]));

const facts: Section = ({ of, voice }) => under(voice, "letter.facts",
  ...(part(of, "facts").unproven ? [{ kind: "text", line: letter(voice, "letter.unproven") } as const] : []),
  ...items(of, "events").map((event, index): Block => ({
    kind: "text", number: `${index + 1}.`,
    line: plain([[event.from, event.to].filter(isGiven).map(d => day(String(d), voice.first)).join(" – "), event.where, event.what]
      .filter(isGiven).join(". ")),
  })),
  ...table(pairs({ of, voice } as Writing, "facts", ["evidence", "markers"])));

const personFields = ["role", "name", "birth", "nationality", "location"];
// What only some persons have stands below the table, under the name.
const personRest = ["document", "language", "vulnerable", "protection", "immunities", "unknownBecause"];
const persons: Section = ({ of, voice }) => under(voice, "letter.persons", ...(items(of, "persons").length > 0 ? [{
  kind: "table" as const, head: personFields.map(n => label(voice, n)),
  rows: items(of, "persons").map(p => personFields.map(name => {
    const words = (n: string) => inWords(group("persons").fields.find(f => f.name === n)!, p[n], of, voice.first);
    if (name === "name") return [words("name"), words("script"), words("aliases")].filter(Boolean).join("; ");
    return name === "birth" ? [words("birth"), words("registration")].filter(Boolean).join("; ") : words(name);
  })),
}] : []), ...items(of, "persons").flatMap((p, index) => {
  const rest = filled({ of, voice }, chosen("persons", ...personRest), p);
  return rest.length > 0 ? [{ kind: "text", line: plain(String(p.name ?? "")), number: `${index + 1}.` } as const, ...table(rest)] : [];
}));

const assistance: Section = writing => under(writing.voice, "letter.assistance", ...writing.letter.measures.flatMap((measure, i) => {
  const all = [...group("measures").fields.filter(f => f.kind !== "type"), ...(typeOf(measure.type)?.fields ?? [])];
  const name: Block = { kind: "text", line: both(writing.voice, l => say("word", String(measure.type ?? ""), l)), number: `M${i + 1}.` };
  return [name, ...table(filled(writing, all, measure))];
}));

const clauseNames = ["useLimit", "consult", "secrecyNote", "bankSecrecy", "exculpatory", "presumption", "progress"];
const assurances: Section = writing => under(writing.voice, "letter.assurances",
  ...clauseNames.filter(name => part(writing.of, "assurances")[name])
    .map((name): Block => ({ kind: "text", line: letter(writing.voice, `letter.${name}`) })),
  ...table(pairs(writing, "assurances", ["reciprocity", "deathPenalty", "rights", "speciality", "dataProtection", "safeConduct"])));

const history: Section = writing => under(writing.voice, "letter.history",
  ...items(writing.of, "contacts").map((c): Block => ({
    kind: "text",
    line: plain([c.date ? day(String(c.date), writing.voice.first) : "", c.office, c.reference].filter(isGiven).join(", ")),
  })),
  ...table(pairs(writing, "history", ["preservationRef", "preservationUntil", "earlier", "parallel", "interpolRef"])));

const fieldsOf = (key: string, id: string, names: readonly string[]): Section => writing =>
  under(writing.voice, key, ...table(pairs(writing, id, names)));

/** Every section that is made of the case alone. */
export const section: Readonly<Record<string, Section>> = {
  urgency: writing => (["EXPEDITED", "URGENT"].includes(String(part(writing.of, "time").urgency))
    ? fieldsOf("letter.urgency", "time", ["urgency", "reason", "reasonText", "due"])(writing) : []),
  authority: fieldsOf("letter.authority", "requesting", ["office", "conductingOffice", "conductingFunction"]),
  proceeding: fieldsOf("letter.proceeding", "proceeding", ["nature", "subject", "court", "hearing", "limitation", "accusedInCustody"]),
  offences, laws, facts, persons, assistance, assurances, history,
  link: ({ of, voice }) => under(voice, "letter.link",
    ...(isGiven(part(of, "facts").link) ? [{ kind: "text", line: plain(String(part(of, "facts").link)) } as const] : [])),
  secrecy: fieldsOf("letter.secrecy", "secrecy", ["level", "reason", "ifImpossible"]),
  time: fieldsOf("letter.time", "time", ["due", "dueReason"]),
  costs: fieldsOf("letter.costs", "assurances", ["costs", "returnItems"]),
};
