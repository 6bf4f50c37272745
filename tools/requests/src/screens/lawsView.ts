import { items, type Item } from "../rules/context.ts";
import { h, paragraph } from "./dom.ts";
import { state, text } from "./state.ts";

const titleOf = (law: Item): string => {
  const titles = (law.title ?? {}) as Item;
  return String(titles[state.language] ?? titles.en ?? law.titleOriginal ?? "");
};

/** The laws of both States that the library has; where there is no library, that there is none. */
export function lawsView(): HTMLElement {
  const states = [(state.case.requesting as Item | undefined)?.state, (state.case.addressee as Item | undefined)?.state].filter(Boolean);
  const laws = typeof state.laws === "object" ? items(state.laws, "items").filter(l => states.includes(l.state)) : undefined;
  return h("section", { class: "rw-group" }, h("h2", { class: "govuk-heading-m" }, text("laws")),
    laws === undefined || laws.length === 0
      ? paragraph(text(laws === undefined ? "laws.absent" : "laws.none"), "govuk-hint")
      : h("ul", { class: "govuk-list govuk-list--bullet" }, ...laws.map(law => h("li", { dir: "auto" }, `${String(law.state)}: ${titleOf(law)}. ${String(law.officialUrl ?? "")}`))));
}
