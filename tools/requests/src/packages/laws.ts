import { vocabularies } from "../data/vocabularies.ts";
import { isGiven, isItem, items, textOf, type Item } from "../rules/context.ts";

// What the library calls a provision that stands for the whole of a law.
const whole = "whole";
/** A State's word that it has no law of its own for the articles: there is nothing to quote. */
export const isNoLaw = (law: Item): boolean => law.type === "NO_SPECIFIC_LAW";

/** A law's title as it was enacted, with its title in a language beside it. */
export function titleOf(law: Item, language: string): string {
  const titles = isItem(law.titles) ? law.titles : {};
  const [enacted, translated] = [textOf(law.titleOriginal), textOf(titles[language] ?? titles.en)];
  return !enacted || enacted === translated ? enacted || translated : translated ? `${enacted} (${translated})` : enacted;
}

export const labelOf = (provision: Item): string => (provision.label === whole ? "" : textOf(provision.label));
export const citationOf = (law: Item): string => [law.number, law.citation, law.officialUrl].filter(isGiven).map(textOf).join("; ");

/** A provision with its law, and whether it is about what the case is about. */
export interface Found {
  readonly law: Item;
  readonly provision: Item;
  readonly fits: boolean;
}

// What a request is about beyond the articles of its basis: topics of the library, by what is asked for.
const topicsOf = (types: readonly string[]): readonly string[] => [
  "DUAL_CRIMINALITY", types.includes("EXTRADITION") ? "EXTRADITION" : "MLA", ...(types.includes("BANK") ? ["BANK_SECRECY"] : []),
  ...(types.some(t => ["EDATA", "PRESERVE", "REALTIME"].includes(t)) ? ["E_EVIDENCE"] : []),
  ...(types.some(t => ["CONFISCATE", "FREEZE", "RETURN"].includes(t)) ? ["CONFISCATION"] : []),
  ...(types.some(t => ["SENTENCED", "PROCEEDINGS"].includes(t)) ? ["TRANSFER"] : []),
];

/** The provisions of a State's laws: what the case is about first, then what its State means for requests, and the repealed last. */
export function provisionsOf(library: Item, state: string, of: Item): readonly Found[] {
  const bases = items(of, "bases").map(b => `${textOf(b.kind)} ${/^\d+/.exec(textOf(b.article))?.[0] ?? ""}`);
  const topics = topicsOf(items(of, "measures").map(m => textOf(m.type)));
  const fits = (p: Item) => items(p, "articles").some(a => bases.includes(`${textOf(a.instrument)} ${textOf(a.article)}`))
    || (Array.isArray(p.topics) && p.topics.some(t => topics.includes(String(t))));
  const rank = ({ law, fits: first }: Found) =>
    (law.status === "REPEALED" ? 4 : 0) + (first ? 0 : 2) + (law.useForRequests === true ? 0 : 1);
  return items(library, "laws").filter(law => law.state === state)
    .flatMap(law => items(law, "provisions").map(provision => ({ law, provision, fits: fits(provision) })))
    .map((found, index) => ({ found, index })).sort((a, b) => rank(a.found) - rank(b.found) || a.index - b.index).map(({ found }) => found);
}

const entryOf = ({ law, provision }: Found, language: string): Item => {
  const translated = isItem(provision.extractTranslated) ? provision.extractTranslated[language] : undefined;
  const tags = [law.language, ...items(law, "languages").map(l => l.language)].map(tag => textOf(tag).split("-")[0]!);
  const first = tags.find(tag => vocabularies.language.some(known => known === tag));
  return {
    state: textOf(law.state), title: titleOf(law, language),
    provision: labelOf(provision) || textOf(provision.heading) || titleOf(law, language),
    extract: [provision.extract, translated].filter(isGiven).map(textOf).join("\n\n"),
    citation: citationOf(law), ...(first ? { language: first } : {}),
  };
};

export const isTaken = (of: Item, found: Found, language: string): boolean => {
  const entry = entryOf(found, language);
  return items(of, "laws").some(l => l.state === entry.state && l.title === entry.title && l.provision === entry.provision);
};

/**
 * Takes a provision into the case: it is quoted in the letter, and stands where its place is still empty: the own State's as the
 * provision of
 * an offence, the addressee's as the law that the request is based on.
 */
export function take(of: Item, found: Found, language: string): void {
  const entry = entryOf(found, language);
  if (!isTaken(of, found, language)) of.laws = [...items(of, "laws"), entry];
  const addressee = isItem(of.addressee) ? of.addressee : {};
  const named = [entry.title, entry.provision].filter((t, i, all) => all.indexOf(t) === i).join(", ");
  const offence = entry.state === addressee.state ? undefined : items(of, "offences").find(o => !isGiven(o.provision));
  if (offence) {
    offence.provision = named;
    if (!isGiven(offence.title) && isGiven(found.provision.heading)) offence.title = found.provision.heading;
  }
  const basis = entry.state === addressee.state ? items(of, "bases").find(b => b.kind === "DOMESTIC_LAW" && !isGiven(b.treaty)) : undefined;
  if (!basis) return;
  basis.treaty = [entry.title, entry.citation].filter(isGiven).join(", ");
  if (!isGiven(basis.article)) basis.article = entry.provision;
}
