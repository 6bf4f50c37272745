import { group } from "../data/fields.ts";
import { typeOf } from "../data/types.ts";
import { isGiven, items, type Item } from "../rules/context.ts";
import { say, type Language } from "../texts/texts.ts";
import { both, label, letter, plain, type Block, type Line, type Voice } from "./block.ts";
import { day, inWords } from "./values.ts";
import type { Letter } from "./letters.ts";

export interface Writing {
  readonly of: Item;
  readonly voice: Voice;
  readonly letter: Letter;
}
type Section = (writing: Writing) => readonly Block[];
type Row = readonly [Line, string];

export const part = (of: Item, name: string): Item => (of[name] as Item | undefined) ?? {};
const heading = (voice: Voice, key: string): Block => ({ kind: "heading", line: letter(voice, key) });
const under = (voice: Voice, key: string, ...blocks: Block[]): readonly Block[] =>
  blocks.length > 0 ? [heading(voice, key), ...blocks] : [];
const table = (rows: readonly Row[]): Block[] => (rows.length > 0 ? [{ kind: "pairs", rows }] : []);

/** What is filled in of some fields of a group, each with its name. */
function pairs({ of, voice }: Writing, id: string, names: readonly string[]): readonly Row[] {
  return names.flatMap(name => {
    const field = group(id).fields.find(f => f.name === name)!;
    const words = inWords(field, part(of, id)[name], of, voice.first);
    return words ? [[label(voice, name), field.kind === "date" ? day(words, voice.first) : words] as const] : [];
  });
}

const penalty = (offence: Item, language: Language): string => [
  isGiven(offence.years) ? say("letter", "letter.yearsShort", language, String(offence.years)) : "",
  offence.life ? say("letter", "letter.life", language) : "", offence.death ? say("letter", "letter.deathShort", language) : "",
].filter(Boolean).join("; ");

const offences: Section = ({ of, voice }) => under(voice, "letter.offences", ...items(of, "offences").flatMap((offence, index): Block[] => [
  { kind: "text", line: plain(String(offence.title ?? "")), number: `${index + 1}.` },
  ...table([
    ...["provision", "hook", "transnational", "groupStatement", "dual", "harm"].flatMap(name => {
      const words = inWords(group("offences").fields.find(f => f.name === name)!, offence[name], of, voice.first);
      return words ? [[label(voice, name), words] as const] : [];
    }),
    ...(penalty(offence, voice.first) ? [[letter(voice, "letter.penalty"), penalty(offence, voice.first)] as const] : []),
  ]),
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
    return name === "birth" ? [p.birth ? day(String(p.birth), voice.first) : "", words("registration")].filter(Boolean).join("; ") : words(name);
  })),
}] : []), ...items(of, "persons").flatMap((p, index) => {
  const rest = group("persons").fields.filter(f => personRest.includes(f.name)).flatMap(field => {
    const words = inWords(field, p[field.name], of, voice.first);
    return words ? [[label(voice, field.name), words] as const] : [];
  });
  return rest.length > 0 ? [{ kind: "text", line: plain(String(p.name ?? "")), number: `${index + 1}.` } as const, ...table(rest)] : [];
}));

const assistance: Section = writing => under(writing.voice, "letter.assistance", ...writing.letter.measures.flatMap((measure, index): Block[] => {
  const { of, voice } = writing;
  const type = typeOf(measure.type);
  const all = [...group("measures").fields.filter(f => f.kind !== "type"), ...(type?.fields ?? [])];
  return [
    { kind: "text", line: both(voice, l => say("word", String(measure.type ?? ""), l)), number: `M${index + 1}.` },
    ...table(all.flatMap(field => {
      const words = inWords(field, measure[field.name], of, voice.first);
      return words ? [[label(voice, field.name), field.kind === "date" ? day(words, voice.first) : words] as const] : [];
    })),
  ];
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
  offences, facts, persons, assistance, assurances, history,
  link: ({ of, voice }) => under(voice, "letter.link",
    ...(isGiven(part(of, "facts").link) ? [{ kind: "text", line: plain(String(part(of, "facts").link)) } as const] : [])),
  secrecy: fieldsOf("letter.secrecy", "secrecy", ["level", "reason", "ifImpossible"]),
  time: fieldsOf("letter.time", "time", ["due", "dueReason"]),
  costs: fieldsOf("letter.costs", "assurances", ["costs", "returnItems"]),
};
