import type { Item } from "../rules/context.ts";
import { aggregate, returnCsv } from "../register/aggregate.ts";
import { fromCsv, toCsv } from "../register/csv.ts";
import { dueList, entriesOf, entryFields, type Entry } from "../register/entry.ts";
import { isGiven } from "../rules/context.ts";
import { sentence } from "../document/names.ts";
import { say } from "../texts/texts.ts";
import { fileInput, h, inset, paragraph, quiet, save } from "./dom.ts";
import { fieldView } from "./fieldView.ts";
import { findings, state, text, today } from "./state.ts";

let edited = -1;
const word = (code: unknown): string => (isGiven(code as never) ? say("word", String(code), state.language) : "");

/** One's own requests, out and in: what is due, the list, files, and the numbers of a year. It is kept in a file only. */
export function registerView(redraw: (focus?: string) => void): HTMLElement {
  const open = (index: number) => {
    edited = index;
    redraw(`f-register-${index}-caseRef`);
  };
  return h("div", {}, h("h1", { class: "govuk-heading-l", tabindex: -1, id: "title" }, text("register.title")), paragraph(text("register.lead"), "hub-lead"),
    dueView(), listView(open), quiet(text("register.new"), () => {
      state.register.push({ direction: "OUT", status: "DRAFT" });
      open(state.register.length - 1);
    }), edited >= 0 && state.register[edited] ? editView(redraw) : undefined, filesView(redraw), returnView());
}

function dueView(): HTMLElement {
  const due = dueList(state.register, today());
  return h("section", { class: "rw-group" }, h("h2", { class: "govuk-heading-m" }, text("register.due")), due.length === 0 ? paragraph(text("register.nothingDue"))
    : h("ul", { class: "govuk-list govuk-list--bullet" }, ...due.map(d => h("li", {}, `${d.on}: ${text(`due.${d.why}`)}, `, h("bdi", {}, `${String(d.entry.caseRef ?? "")} (${String(d.entry.counterpart ?? "")})`)))));
}

const columns = ["caseRef", "direction", "counterpart", "types", "sent", "status", "outcome"];
function listView(open: (index: number) => void): HTMLElement {
  if (state.register.length === 0) return inset(text("register.empty"));
  const shown = (e: Entry, name: string) => (Array.isArray(e[name]) ? (e[name] as string[]).map(word).join("; ") : ["direction", "status", "outcome"].includes(name) ? word(e[name]) : String(e[name] ?? ""));
  return h("div", { class: "hub-scroll", tabindex: 0, role: "region", "aria-label": text("register.title") }, h("table", { class: "govuk-table" },
    h("thead", { class: "govuk-table__head" }, h("tr", { class: "govuk-table__row" }, ...columns.map(c => h("th", { scope: "col", class: "govuk-table__header" }, say("field", c, state.language))),
      h("th", { scope: "col", class: "govuk-table__header" }, h("span", { class: "govuk-visually-hidden" }, text("register.edit"))))),
    h("tbody", { class: "govuk-table__body" }, ...state.register.map((e, index) => h("tr", { class: "govuk-table__row" }, ...columns.map(c => h("td", { class: "govuk-table__cell", dir: "auto" }, shown(e, c))),
      h("td", { class: "govuk-table__cell" }, h("button", { type: "button", class: "hub-link-button", onclick: () => open(index), "aria-label": `${text("register.edit")} ${String(e.caseRef ?? index + 1)}` }, text("register.edit"))))))));
}

function editView(redraw: (focus?: string) => void): HTMLElement {
  const entry = state.register[edited]!;
  const found = () => findings().filter(f => f.path.startsWith(`register.${edited}.`));
  return h("section", { class: "rw-group rw-item" }, h("h2", { class: "govuk-heading-m" }, text("one.register")),
    ...found().map(f => inset(sentence(f, state.language), ` (${f.article})`)),
    ...entryFields.map(field => fieldView(field, {
      path: `register.${edited}.${field.name}`, value: entry[field.name], findings: [],
      change: value => {
        entry[field.name] = value;
        state.changed = true;
      },
    })), h("div", { class: "govuk-button-group" }, quiet(text("register.done"), () => {
      edited = found().length > 0 ? edited : -1;
      redraw();
    }), quiet(text("register.delete"), () => {
      state.register.splice(edited, 1);
      edited = -1;
      redraw();
    })));
}

function filesView(redraw: () => void): HTMLElement {
  const read = (file: string) => {
    try {
      state.register = file.trimStart().startsWith("[") ? entriesOf(JSON.parse(file) as unknown) : [...fromCsv(file)];
      state.message = { text: text("register.opened", state.register.length), isProblem: false };
    } catch {
      state.message = { text: text("register.notOne"), isProblem: true };
    }
    edited = -1;
    redraw();
  };
  return h("section", { class: "rw-group" }, h("h2", { class: "govuk-heading-m" }, text("register.files")), h("div", { class: "govuk-button-group" },
    quiet(text("register.csv"), () => save("register.csv", toCsv(state.register), "text/csv")),
    quiet(text("register.json"), () => save("register.json", `${JSON.stringify(state.register, null, 1)}\n`, "application/json"))),
  fileInput("register-file", text("register.open"), ".csv,.json", read));
}

function returnView(): HTMLElement {
  const year = h("input", { id: "return-year", class: "govuk-input govuk-input--width-4", inputmode: "numeric" });
  year.value = today().slice(0, 4);
  const made = () => aggregate(state.register, String((state.case.requesting as Item | undefined)?.state ?? ""), year.value.trim());
  return h("section", { class: "rw-group" }, h("h2", { class: "govuk-heading-m" }, text("return.title")), paragraph(text("return.lead")),
    h("div", { class: "govuk-form-group" }, h("label", { class: "govuk-label", for: "return-year" }, text("return.year")), year), h("div", { class: "govuk-button-group" },
      quiet(text("return.json"), () => save(`return-${year.value}.json`, `${JSON.stringify(made(), null, 1)}\n`, "application/json")),
      quiet(text("return.csv"), () => save(`return-${year.value}.csv`, returnCsv(made()), "text/csv"))));
}
