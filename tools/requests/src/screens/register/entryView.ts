import { articleIn, sentence } from "../../document/names.ts";
import { entryFields } from "../../register/entry.ts";
import { h, inset, quiet } from "../dom.ts";
import { fieldView } from "../fieldView.ts";
import { registerFindings, state, text } from "../state.ts";

/** One request of the register, to be changed; whatever a rule finds in it keeps it open once more. */
export function entryView(index: number, open: (index: number) => void, drop: (index: number) => void): HTMLElement {
  const entry = state.register[index]!;
  const found = () => registerFindings().filter(f => f.path.startsWith(`register.${index}.`));
  const fields = entryFields.map(field => fieldView(field, {
    path: `register.${index}.${field.name}`, value: entry[field.name], findings: [],
    change: value => {
      entry[field.name] = value;
      state.registerChanged = true;
    },
  }));
  return h("section", { class: "rw-group rw-item" }, h("h2", { class: "govuk-heading-m" }, text("one.register")),
    ...found().map(f => inset(sentence(f, state.language), ` (${articleIn(f.article, state.language)})`)), ...fields,
    h("div", { class: "govuk-button-group" },
      quiet(text("register.done"), () => open(found().length > 0 ? index : -1)), quiet(text("register.delete"), () => drop(index))));
}
