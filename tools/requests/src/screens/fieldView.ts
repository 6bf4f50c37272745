import { vocabularies } from "../data/vocabularies.ts";
import { types } from "../data/types.ts";
import type { Field } from "../data/fields.ts";
import { datesMeant } from "../rules/dates.ts";
import { items, type Item, type Value } from "../rules/context.ts";
import type { Finding } from "../rules/evaluate.ts";
import { sentence } from "../document/names.ts";
import { say } from "../texts/texts.ts";
import { h } from "./dom.ts";
import { state, text } from "./state.ts";

export interface FieldPlace {
  readonly path: string;
  readonly value: Value;
  readonly findings: readonly Finding[];
  readonly change: (value: Value) => void;
}
export const idOf = (path: string): string => `f-${path.replaceAll(".", "-")}`;
const word = (code: string): string => say("word", code, state.language);

/** A field with its label, what is to be mended at it, and where its article stands. */
export function fieldView(field: Field, place: FieldPlace): HTMLElement {
  const id = idOf(place.path);
  const notes = place.findings.map((f, index) => note(f, `${id}-n${index}`));
  const described = [...notes.map(n => n.id), ...(datesMeant(String(place.value ?? "")).length > 1 ? [`${id}-d`] : [])].join(" ") || undefined;
  const wrong = place.findings.some(f => f.severity === "E");
  const box = (...children: (HTMLElement | undefined)[]) =>
    h("div", { class: `govuk-form-group${wrong ? " govuk-form-group--error" : ""}`, "data-path": place.path }, ...children);
  if (field.kind === "yes") return box(...notes, checkbox(id, labelOf(field), place.value === true, described, v => place.change(v)));
  if (field.kind === "many") return box(many(field, id, notes, place, described));
  return box(h("label", { class: "govuk-label", for: id }, labelOf(field), field.required || wrong ? "" : h("span", { class: "rw-optional" }, ` (${text("optional")})`)),
    ...notes, ambiguous(id, place.value), control(field, id, place, described, wrong));
}

const labelOf = (field: Field): string => say("field", field.name, state.language);
const note = (f: Finding, id: string): HTMLElement => {
  const what = `${sentence(f, state.language)} (${f.article})`;
  return f.severity === "E"
    ? h("p", { id, class: "govuk-error-message" }, h("span", { class: "govuk-visually-hidden" }, `${text("severity.E")}: `), what)
    : h("p", { id, class: "govuk-hint rw-note" }, h("strong", {}, `${text(`severity.${f.severity}`)}: `), what);
};

function ambiguous(id: string, value: Value): HTMLElement | undefined {
  const meant = datesMeant(String(value ?? ""));
  return meant.length > 1 ? h("p", { id: `${id}-d`, class: "govuk-hint" }, text("which.date", meant.join(" / "))) : undefined;
}

function control(field: Field, id: string, { value, change }: FieldPlace, described: string | undefined, wrong: boolean): HTMLElement {
  const common = { id, "aria-describedby": described, "aria-invalid": wrong ? "true" : undefined };
  const current = value === undefined || value === null ? "" : String(value);
  if (field.kind === "choice" || field.kind === "type" || field.kind === "person")
    return select(options(field), current, change, common);
  const onchange = (event: Event) => change((event.target as HTMLInputElement).value.trim());
  if (field.kind === "long")
    return textarea(current, { ...common, class: "govuk-textarea", rows: 3, dir: "auto", onchange });
  const kind = field.kind === "date" ? "date" : "text";
  const input = h("input", {
    ...common, class: `govuk-input${field.kind === "date" || field.kind === "number" ? " govuk-input--width-10" : ""}${field.kind === "state" ? " govuk-input--width-5" : ""}`,
    type: kind, dir: kind === "text" ? "auto" : undefined, autocomplete: "off", inputmode: field.kind === "number" ? "decimal" : undefined,
    list: field.kind === "state" ? "states" : undefined, onchange: field.kind === "state" ? e => change((e.target as HTMLInputElement).value.trim().toUpperCase()) : onchange,
  });
  input.value = current;
  return input;
}

function textarea(value: string, attributes: Parameters<typeof h>[1]): HTMLElement {
  const area = h("textarea", attributes);
  area.value = value;
  return area;
}

function options(field: Field): readonly (readonly [string, string])[] {
  if (field.kind === "type") return types.map(t => [t.code, word(t.code)]);
  if (field.kind === "person") return items(state.case, "persons").map((p, i) => [String(i + 1), `${i + 1}. ${String((p as Item).name ?? "")}`]);
  return vocabularies[field.vocabulary!].map(code => [code, word(code)]);
}

export function select(choices: readonly (readonly [string, string])[], current: string, change: (value: string) => void, attributes: Parameters<typeof h>[1]): HTMLElement {
  const chosen = h("select", { ...attributes, class: "govuk-select", onchange: e => change((e.target as HTMLSelectElement).value) },
    h("option", { value: "" }, text("choose")), ...choices.map(([value, name]) => h("option", { value, selected: value === current }, name)));
  // A code that a newer version wrote is kept.
  if (current && !choices.some(([value]) => value === current)) chosen.append(h("option", { value: current, selected: true }, current));
  return chosen;
}

function checkbox(id: string, label: string, checked: boolean, described: string | undefined, change: (value: boolean) => void): HTMLElement {
  return h("div", { class: "govuk-checkboxes govuk-checkboxes--small" }, h("div", { class: "govuk-checkboxes__item" },
    h("input", { id, type: "checkbox", class: "govuk-checkboxes__input", checked, "aria-describedby": described, onchange: e => change((e.target as HTMLInputElement).checked) }),
    h("label", { class: "govuk-label govuk-checkboxes__label", for: id }, label)));
}

function many(field: Field, id: string, notes: readonly HTMLElement[], place: FieldPlace, described: string | undefined): HTMLElement {
  const chosen = new Set(Array.isArray(place.value) ? place.value.map(String) : []);
  return h("fieldset", { class: "govuk-fieldset", id, tabindex: -1, "aria-describedby": described },
    h("legend", { class: "govuk-fieldset__legend" }, labelOf(field)), ...notes,
    ...vocabularies[field.vocabulary!].map(code => checkbox(`${id}-${code}`, word(code), chosen.has(code), undefined, on => {
      if (on) chosen.add(code); else chosen.delete(code);
      place.change(vocabularies[field.vocabulary!].filter(c => chosen.has(c)));
    })));
}
