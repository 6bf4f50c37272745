import { codeOf } from "../../data/stateNames.ts";
import { stateName } from "../../data/states.ts";
import { isPractice } from "../../model/workspace.ts";
import { aggregate, returnCsv, usualThreshold } from "../../register/aggregate.ts";
import { isItem, textOf } from "../../rules/context.ts";
import { h, paragraph, quiet, save } from "../dom.ts";
import { select } from "../controls.ts";
import { realToday, state, text } from "../state.ts";

// That of one's own request, not of one to practise with.
function ownState(): string {
  const of = state.own?.case ?? (isPractice(state.case) ? {} : state.case);
  return isItem(of.requesting) ? textOf(of.requesting.state) : "";
}

/** The numbers of a year, without those from which a case could be known. */
export function returnView(): HTMLElement {
  let threshold = usualThreshold;
  const year = h("input", { id: "return-year", class: "govuk-input govuk-input--width-4", inputmode: "numeric" });
  const own = h("input", { id: "return-state", class: "govuk-input govuk-input--width-20", list: "states", autocomplete: "off" });
  year.value = realToday().slice(0, 4);
  own.value = stateName(ownState(), state.language);
  const made = () => aggregate(state.register, codeOf(own.value), year.value.trim(), threshold);
  const choices = [usualThreshold, 2 * usualThreshold].map(n => [String(n), text("return.below", n)] as const);
  const hiding = select([...choices, ["1", text("return.all")]], String(threshold), value => {
    threshold = Number(value) || usualThreshold;
  }, { id: "return-threshold", "aria-describedby": "return-hint" });
  const box = (id: string, ...children: HTMLElement[]) => h("div", { class: "govuk-form-group" },
    h("label", { class: "govuk-label", for: `return-${id}` }, text(`return.${id}`)), ...children);
  return h("section", { class: "rw-group" }, h("h2", { class: "govuk-heading-m" }, text("return.title")), paragraph(text("return.lead")),
    box("state", own), box("year", year), box("threshold", h("div", { class: "govuk-hint", id: "return-hint" }, text("return.hint")),
      hiding),
    h("div", { class: "govuk-button-group" },
      quiet(text("return.json"), () => save(`return-${year.value}.json`, `${JSON.stringify(made(), null, 1)}\n`, "application/json")),
      quiet(text("return.csv"), () => save(`return-${year.value}.csv`, returnCsv(made()), "text/csv"))));
}
