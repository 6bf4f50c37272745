import { stateName } from "../../data/states.ts";
import { dueList, type Entry } from "../../register/entry.ts";
import { isGiven, type Value } from "../../rules/context.ts";
import { say } from "../../texts/texts.ts";
import { overEntry, type Redraw } from "../asking.ts";
import { h, inset, paragraph, quiet } from "../dom.ts";
import { realToday, state, text } from "../state.ts";
import { entryView } from "./entryView.ts";
import { filesView } from "./filesView.ts";
import { returnView } from "./returnView.ts";

let edited = -1;
const word = (code: Value): string => (isGiven(code) ? say("word", String(code), state.language) : "");

/** One's own requests, out and in: what is due, the list, files, and the numbers of a year. It is kept in a file only. */
export function registerView(redraw: Redraw): HTMLElement {
  const open = (index: number) => {
    edited = index;
    redraw(index < 0 ? undefined : `f-register-${index}-caseRef`);
  };
  const drop = (index: number) => overEntry(() => {
    state.register.splice(index, 1);
    state.registerChanged = true;
    open(-1);
  }, redraw);
  return h("div", {}, h("h1", { class: "govuk-heading-l", tabindex: -1, id: "title" }, text("register.title")),
    paragraph(text("register.lead"), "hub-lead"), dueView(), listView(open), quiet(text("register.new"), () => {
      state.register.push({ direction: "OUT", status: "DRAFT" });
      state.registerChanged = true;
      open(state.register.length - 1);
    }), edited >= 0 && state.register[edited] ? entryView(edited, open, drop) : undefined, filesView(open, redraw), returnView());
}

function dueView(): HTMLElement {
  const due = dueList(state.register, realToday());
  const row = ({ on, why, entry }: (typeof due)[number]) =>
    h("li", {}, `${on}: ${text(`due.${why}`)}, `, h("bdi", {}, `${String(entry.caseRef ?? "")} (${shown(entry, "counterpart")})`));
  return h("section", { class: "rw-group" }, h("h2", { class: "govuk-heading-m" }, text("register.due")),
    due.length === 0 ? paragraph(text("register.nothingDue")) : h("ul", { class: "govuk-list govuk-list--bullet" }, ...due.map(row)));
}

const columns = ["caseRef", "direction", "counterpart", "types", "sent", "status", "outcome"];
const coded = ["direction", "status", "outcome"];
function shown(entry: Entry, name: string): string {
  const value = entry[name];
  if (name === "counterpart") return stateName(String(value ?? ""), state.language);
  return Array.isArray(value) ? value.map(word).join("; ") : coded.includes(name) ? word(value) : String(value ?? "");
}

function listView(open: (index: number) => void): HTMLElement {
  if (state.register.length === 0) return inset(text("register.empty"));
  const head = [...columns.map(c => h("th", { scope: "col", class: "govuk-table__header" }, say("field", c, state.language))),
    h("th", { scope: "col", class: "govuk-table__header" }, h("span", { class: "govuk-visually-hidden" }, text("register.edit")))];
  const row = (entry: Entry, index: number) => h("tr", { class: "govuk-table__row" },
    ...columns.map(c => h("td", { class: "govuk-table__cell", dir: "auto" }, shown(entry, c))),
    h("td", { class: "govuk-table__cell" }, h("button", {
      type: "button", class: "hub-link-button", onclick: () => open(index),
      "aria-label": `${text("register.edit")} ${String(entry.caseRef ?? index + 1)}`,
    }, text("register.edit"))));
  return h("div", { class: "hub-scroll", tabindex: 0, role: "region", "aria-label": text("register.title") },
    h("table", { class: "govuk-table" }, h("thead", { class: "govuk-table__head" }, h("tr", { class: "govuk-table__row" }, ...head)),
      h("tbody", { class: "govuk-table__body" }, ...state.register.map(row))));
}
