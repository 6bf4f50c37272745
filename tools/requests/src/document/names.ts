import { groups } from "../data/fields.ts";
import { items, isGiven, type Item } from "../rules/context.ts";
import type { Finding } from "../rules/evaluate.ts";
import { allOf, say, type Language } from "../texts/texts.ts";

export function basisName(basis: Item, language: Language): string {
  const name = say("word", String(basis.kind ?? ""), language);
  const article = isGiven(basis.article) ? `${say("field", "article", language)} ${String(basis.article)}` : "";
  return [isGiven(basis.treaty) ? String(basis.treaty) : name, article].filter(Boolean).join(", ");
}

/** Where a finding is mended, in words: the part, which of several, the field. */
export function placeOf(path: string, of: Item, language: Language): string {
  const [id = "", ...rest] = path.split(".");
  const index = /^\d+$/.test(rest[0] ?? "") ? Number(rest.shift()) : undefined;
  const item = index === undefined ? undefined : items(of, id)[index];
  const which = item ? String(id === "measures" ? say("word", String(item.type ?? ""), language) : (item.name ?? item.title ?? "")) : "";
  const isGroup = groups.some(g => g.id === id) || ["register", "meta"].includes(id);
  const part = say("page", isGroup ? `group.${id}` : "step.check", language);
  const field = rest[0] ? say(id === "meta" ? "page" : "field", rest[0], language) : "";
  return [part + (index === undefined ? "" : ` ${index + 1}`), which, field].filter(Boolean).join(" · ");
}

// The longest first: one code begins with another.
const instruments = ["UNTOC-TIP", "UNTOC-SOM", "UNTOC-FA", "CND-1988", "UNTOC", "UNCAC"];
const codes = new RegExp(`(${instruments.join("|")}) (?=\\d)`, "g");
/** "UNTOC 18(1)" in words: the article, and of which convention. */
export const articleIn = (article: string, language: Language): string =>
  article.replace(codes, (_, code: string) => `${say("page", `short.${code}`, language)}, ${say("page", "articleShort", language)} `);

/** The sentence of a rule, of one of its parts, or of what several rules say alike. */
export const sentenceKey = ({ code, part }: Pick<Finding, "code" | "part">): string =>
  !part ? code : allOf("rule", `${code}.${part}`).length > 0 ? `${code}.${part}` : part;
export const sentence = (finding: Finding, language: Language): string => say("rule", sentenceKey(finding), language);
export const whatIsWrong = (finding: Finding, of: Item, language: Language): string =>
  `${placeOf(finding.path, of, language)}: ${sentence(finding, language)} (${articleIn(finding.article, language)})`;
