import { h } from "./dom.ts";
import { text } from "./state.ts";

export type Choices = readonly (readonly [code: string, name: string])[];
export function select(
  choices: Choices, current: string, change: (value: string) => void, attributes: Parameters<typeof h>[1],
): HTMLElement {
  const onchange = (e: Event) => change((e.target as HTMLSelectElement).value);
  const option = ([value, name]: Choices[number]) => h("option", { value, selected: value === current }, name);
  const chosen = h("select", { ...attributes, class: "govuk-select", onchange },
    h("option", { value: "" }, text("choose")), ...choices.map(option));
  // A code that a newer version wrote is kept.
  if (current && !choices.some(([value]) => value === current)) chosen.append(h("option", { value: current, selected: true }, current));
  return chosen;
}

export function textarea(value: string, attributes: Parameters<typeof h>[1]): HTMLElement {
  const area = h("textarea", attributes);
  area.value = value;
  return area;
}

export function checkbox(
  id: string, label: string, checked: boolean, described: string | undefined, change: (value: boolean) => void,
): HTMLElement {
  const box = h("input", {
    id, type: "checkbox", class: "govuk-checkboxes__input", checked, "aria-describedby": described,
    onchange: e => change((e.target as HTMLInputElement).checked),
  });
  return h("div", { class: "govuk-checkboxes govuk-checkboxes--small" }, h("div", { class: "govuk-checkboxes__item" },
    box, h("label", { class: "govuk-label govuk-checkboxes__label", for: id }, label)));
}
