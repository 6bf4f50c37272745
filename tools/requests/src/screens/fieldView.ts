import { vocabularies } from "../data/vocabularies.ts";
import { codeOf, isState, statesMeant } from "../data/stateNames.ts";
import { stateName } from "../data/states.ts";
import { types } from "../data/types.ts";
import type { Field } from "../data/fields.ts";
import { datesMeant } from "../rules/dates.ts";
import { isGiven, items, type Value } from "../rules/context.ts";
import { needOf, type Finding } from "../rules/evaluate.ts";
import { numbersMeant } from "../rules/numbers.ts";
import { articleIn, sentence } from "../document/names.ts";
import { shownNumber } from "../document/values.ts";
import { say } from "../texts/texts.ts";
import { checkbox, select, textarea, type Choices } from "./controls.ts";
import { h, quiet } from "./dom.ts";
import { state, text } from "./state.ts";

export interface FieldPlace {
  readonly path: string;
  readonly value: Value;
  readonly findings: readonly Finding[];
  readonly change: (value: Value) => void;
  /** Whether the letter is not final without it, as the case is now. */
  readonly isNeeded?: boolean;
}
export const idOf = (path: string): string => `f-${path.replaceAll(".", "-")}`;
const word = (code: string): string => say("word", code, state.language);

/** What a value may mean where that is not one thing; undefined where nothing is to be asked. */
export function doubtOf(field: Field, value: Value): readonly string[] | undefined {
  if (!isGiven(value)) return undefined;
  if (field.kind === "state") return isState(String(value)) ? undefined : statesMeant(String(value));
  const isNumber = field.kind === "number";
  const meant = isNumber ? numbersMeant(value) : datesMeant(String(value));
  return meant.length > 1 || (isNumber && meant.length === 0) ? meant : undefined;
}

/** A field with its label, what is to be mended at it, and where its article stands. */
export function fieldView(field: Field, place: FieldPlace): HTMLElement {
  const id = idOf(place.path);
  const notes = place.findings.map((f, index) => note(f, `${id}-n${index}`));
  const doubt = doubtView(field, id, place);
  const described = [...notes, ...(doubt ? [doubt] : [])].map(n => n.id).join(" ") || undefined;
  const wrong = place.findings.some(f => f.severity === "E");
  const box = (...children: (HTMLElement | undefined)[]) =>
    h("div", { class: `govuk-form-group${wrong ? " govuk-form-group--error" : ""}`, "data-path": place.path }, ...children);
  if (field.kind === "yes") return box(...notes, checkbox(id, labelOf(field), place.value === true, described, v => place.change(v)));
  if (field.kind === "many") return box(many(field, id, notes, place, described));
  const mark = field.required || wrong ? "" : h("span", { class: "rw-optional" }, ` (${text(markOf(place))})`);
  return box(h("label", { class: "govuk-label", for: id }, labelOf(field), mark),
    ...notes, doubt, control(field, id, place, described, wrong));
}

// What the rules ask for in this case is no option, before anybody left the step.
const markOf = (place: FieldPlace): string => {
  const need = needOf(place.path);
  return need === "optional" ? "optional" : place.isNeeded ? "needed.now" : `needed.${need}`;
};
const labelOf = (field: Field): string => say("field", field.name, state.language);
const note = (f: Finding, id: string): HTMLElement => {
  const what = `${sentence(f, state.language)} (${articleIn(f.article, state.language)})`;
  return f.severity === "E"
    ? h("p", { id, class: "govuk-error-message" }, h("span", { class: "govuk-visually-hidden" }, `${text("severity.E")}: `), what)
    : h("p", { id, class: "govuk-hint rw-note" }, h("strong", {}, `${text(`severity.${f.severity}`)}: `), what);
};

// Which of two is meant is asked: a date is typed anew, a number chosen.
function doubtView(field: Field, id: string, { value, change }: FieldPlace): HTMLElement | undefined {
  const meant = doubtOf(field, value);
  if (!meant) return undefined;
  if (field.kind === "state") return h("div", { id: `${id}-d`, class: "govuk-hint" },
    text(meant.length > 0 ? "which.state" : "which.noState"),
    h("div", { class: "rw-choices" }, ...meant.map(m => quiet(stateName(m, state.language), () => change(m)))));
  if (field.kind !== "number") return h("p", { id: `${id}-d`, class: "govuk-hint" }, text("which.date", meant.join(" / ")));
  return h("div", { id: `${id}-d`, class: "govuk-hint" }, text(meant.length > 0 ? "which.number" : "which.none"),
    meant.length > 0 && h("div", { class: "rw-choices" },
      ...meant.map(m => quiet(shownNumber(Number(m), state.language, false), () => change(Number(m))))));
}

function control(field: Field, id: string, { value, change }: FieldPlace, described: string | undefined, wrong: boolean): HTMLElement {
  const common = { id, "aria-describedby": described, "aria-invalid": wrong ? "true" : undefined };
  const isState = field.kind === "state";
  const held = value === undefined || value === null ? "" : String(value);
  const current = isState ? stateName(held, state.language) : held;
  if (field.kind === "choice" || field.kind === "type" || field.kind === "person")
    return select(options(field), current, change, common);
  const typed = (event: Event) => (event.target as HTMLInputElement).value.trim();
  const onchange = (event: Event) => change(isState ? codeOf(typed(event)) : typed(event));
  if (field.kind === "long") return textarea(current, { ...common, class: "govuk-textarea", rows: 3, dir: "auto", onchange });
  const width = isState ? " govuk-input--width-20" : field.kind === "date" || field.kind === "number" ? " govuk-input--width-10" : "";
  const input = h("input", {
    ...common, class: `govuk-input${width}`, type: field.kind === "date" ? "date" : "text", dir: field.kind === "date" ? undefined : "auto",
    autocomplete: "off", inputmode: field.kind === "number" ? "decimal" : undefined, list: isState ? "states" : undefined, onchange,
  });
  input.value = current;
  return input;
}

function options(field: Field): Choices {
  if (field.kind === "type") return types.map(t => [t.code, word(t.code)]);
  if (field.kind === "person") return items(state.case, "persons").map((p, i) =>
    [String(i + 1), `${i + 1}. ${String(p.name || text("unnamed"))}`]);
  return vocabularies[field.vocabulary!].map(code => [code, word(code)]);
}

function many(
  field: Field, id: string, notes: readonly HTMLElement[], place: FieldPlace, described: string | undefined,
): HTMLElement {
  const chosen = new Set(Array.isArray(place.value) ? place.value.map(String) : []);
  const codes: readonly string[] = vocabularies[field.vocabulary!];
  const choose = (code: string, on: boolean) => {
    if (on) chosen.add(code); else chosen.delete(code);
    // What no list knows, from a newer version or a table, is kept.
    place.change([...codes.filter(c => chosen.has(c)), ...[...chosen].filter(c => !codes.includes(c))]);
  };
  return h("fieldset", { class: "govuk-fieldset", id, tabindex: -1, "aria-describedby": described },
    h("legend", { class: "govuk-fieldset__legend" }, labelOf(field)), ...notes,
    ...codes.map(code => checkbox(`${id}-${code}`, word(code), chosen.has(code), undefined, on => choose(code, on))));
}
