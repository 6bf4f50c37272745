import type { Vocabulary } from "./vocabularies.ts";

export type Kind = "text" | "long" | "date" | "time" | "number" | "yes" | "choice" | "many" | "state" | "person" | "type";
export interface Field {
  readonly name: string;
  readonly kind: Kind;
  readonly vocabulary?: Vocabulary;
  readonly required: boolean;
  /** Required only where another field of the same item holds one of these values. */
  readonly when?: readonly [field: string, ...values: string[]];
}

/** "name:kind/vocabulary!" as a field; "!" is required, "!other=A,B" required where the other field holds one of these. */
export function field(text: string): Field {
  const [spec = "", condition] = text.split("!");
  const [name = "", kind = "text"] = spec.split(":");
  const [plain, vocabulary] = kind.split("/");
  const when = condition ? (condition.split(/[=,]/) as [string, ...string[]]) : undefined;
  return {
    name, kind: plain as Kind, required: text.includes("!") && !condition,
    ...(vocabulary ? { vocabulary: vocabulary as Vocabulary } : {}), ...(when ? { when } : {}),
  };
}

export const fields = (text: string): readonly Field[] => text.split(/\s+/).filter(Boolean).map(field);

export interface Group {
  readonly id: string;
  readonly list: boolean;
  readonly fields: readonly Field[];
}
const one = (id: string, text: string): Group => ({ id, list: false, fields: fields(text) });
const many = (id: string, text: string): Group => ({ id, list: true, fields: fields(text) });

export const groups: readonly Group[] = [
  one("requesting", `state:state! office! reference! address:long email phone timeZone conductingOffice! conductingFunction! signatory!
    place!`),
  one("addressee", `state:state! office! address:long channel:choice/channel! territory copyTo oral:yes oralConfirmed:yes`),
  one("asks", `extraditionBasis:choice/declared dualCriminality:choice/asked deMinimis:choice/asked leadDays:number maxMegabytes:number`),
  many("bases", `kind:choice/instrument! article role:choice/role! treaty mlaTreaty:yes partyRequesting:choice/party
    partyRequested:choice/party assurance:yes`),
  one("proceeding", `nature:choice/nature! subject! court hearing:date limitation:date accusedInCustody:yes`),
  many("offences", `title! provision! years:number life:yes death:yes textAttached:yes hook:choice/hook transnational:many/transnational
    groupStatement:long dual:long harm`),
  many("laws", `state:state! title! provision! extract:long! citation language:choice/language`),
  many("events", `from:date! to:date where! what:long!`),
  one("facts", `link:long! evidence:long unproven:yes markers:many/marker`),
  many("persons", `role:choice/personRole! name! aliases script birth:date registration nationality document location:long unknownBecause
    language:choice/language vulnerable:yes protection:yes immunities`),
  many("measures", `type:type! person:person purpose:long! nexus:long procedure:long`),
  one("time", `urgency:choice/urgency! reason:choice/urgencyReason reasonText:long due:date dueReason`),
  one("secrecy", `level:choice/secrecy! reason:long ifImpossible:choice/ifImpossible`),
  one("assurances", `useLimit:yes consult:yes secrecyNote:yes bankSecrecy:yes exculpatory:yes reciprocity:long deathPenalty:long rights:long
    speciality:long returnItems:long costs:long dataProtection:long safeConduct:long presumption:yes progress:yes`),
  many("contacts", `channel:choice/channel office date:date reference`),
  one("history", `preservationRef preservationUntil:date earlier:long earlierUnanswered:yes parallel:long interpolRef`),
  many("attachments", `title! language:choice/language! translatedFrom:choice/language translation:yes certified:yes pages:number
    megabytes:number usedFor!`),
];

export const group = (id: string): Group => groups.find(g => g.id === id) ?? missing(id);

function missing(id: string): never {
  throw new Error(`No group ${id}`);
}
