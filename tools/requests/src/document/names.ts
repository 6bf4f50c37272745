import { groups } from "../data/fields.ts";
import { items, isGiven, type Item } from "../rules/context.ts";
import type { Finding } from "../rules/evaluate.ts";
import { say, type Language } from "../texts/texts.ts";

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
  const part = groups.some(g => g.id === id) || ["register", "meta"].includes(id) ? say("page", `group.${id}`, language) : say("page", "step.check", language);
  const field = rest[0] ? (id === "meta" ? say("page", rest[0], language) : say("field", rest[0], language)) : "";
  return [part + (index === undefined ? "" : ` ${index + 1}`), which, field].filter(Boolean).join(" · ");
}

export const sentence = ({ code, part }: Finding, language: Language): string => say("rule", part ? `${code}.${part}` : code, language);
export const whatIsWrong = (finding: Finding, of: Item, language: Language): string =>
  `${placeOf(finding.path, of, language)}: ${sentence(finding, language)} (${finding.article})`;
