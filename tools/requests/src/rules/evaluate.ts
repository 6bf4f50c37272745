import { typeOf } from "../data/types.ts";
import type { Field } from "../data/fields.ts";
import { items, type Context, type Item } from "./context.ts";
import { holds, type Condition } from "./predicates.ts";
import { parties } from "./parties.ts";
import { caseRules } from "./case.ts";
import { measureRules } from "./measures.ts";
import { formRules } from "./form.ts";
import { and, is, measure, missing, rule, type, type Clause, type Rule, type Severity } from "./rule.ts";
import { types } from "../data/types.ts";

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly article: string;
  /** Where it is mended: "time.due", "measures.0.from". */
  readonly path: string;
  readonly part?: string;
}

function asksFor(code: string, field: Field): Clause {
  const empty: Condition = missing(`.${field.name}`);
  const when = field.when ? and(type(code), is(`.${field.when[0]}`, ...field.when.slice(1)), empty) : and(type(code), empty);
  return measure("E", `.${field.name}`, when);
}
const typeFields = rule("M35", "UNTOC 18(15)(d)",
  ...types.flatMap(t => t.fields.filter(f => f.required || f.when).map(f => asksFor(t.code, f))));

/** All rules, in the order of their codes. */
export const rules: readonly Rule[] = [...parties, ...caseRules, typeFields, ...measureRules, ...formRules];

/** Everything that is wrong with a case, in the order of the rules, then of the items: the same case says the same. */
export const evaluate = (context: Context): readonly Finding[] => rules.flatMap(r => {
  const found = r.clauses.flatMap(clause => inClause(r, clause, context));
  return [...new Map(found.map(f => [`${f.path} ${f.severity} ${f.part}`, f])).values()];
});

function inClause({ code, article }: Rule, clause: Clause, context: Context): readonly Finding[] {
  const finding = (path: string, item?: Item): Finding =>
    ({ code, severity: clause.severity, article: articleOf(code, article, item), path, ...(clause.part ? { part: clause.part } : {}) });
  if (!clause.each) return holds(clause.when, { context }) ? [finding(clause.field)] : [];
  return items(context.case, clause.each).flatMap((item, index) => holds(clause.when, { context, item })
    ? [finding(clause.field.startsWith(".") ? `${clause.each}.${index}${clause.field}` : clause.field, item)]
    : []);
}

// What a type asks for stands in the article of the type.
const articleOf = (code: string, article: string, item?: Item): string =>
  code === "M35" ? (typeOf(item?.type)?.article ?? article) : article;

const asked = (severities: readonly string[]): ReadonlySet<string> => new Set(rules.flatMap(r => r.clauses
  .filter(c => severities.includes(c.severity)).map(c => (c.field.startsWith(".") ? `${c.each}${c.field}` : c.field))));
const [everNeeded, everLookedAt] = [asked(["E"]), asked(["E", "W"])];
/** Whether some case needs a field, by the rules: "needed" where its letter is not final without it, "useful" where a rule looks at it. */
export const needOf = (path: string): "needed" | "useful" | "optional" => {
  const general = path.replace(/\.\d+(?=\.)/, "");
  return everNeeded.has(general) ? "needed" : everLookedAt.has(general) ? "useful" : "optional";
};

export const errors = (findings: readonly Finding[]): number => findings.filter(f => f.severity === "E").length;
