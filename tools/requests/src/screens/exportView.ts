import { compose, voiceOf } from "../document/compose.ts";
import { toDocx } from "../document/docx.ts";
import { letters, type Letter } from "../document/letters.ts";
import { isPractice } from "../model/workspace.ts";
import { lock } from "../model/lock.ts";
import { write } from "../model/draft.ts";
import { entryOf } from "../register/entry.ts";
import { errors } from "../rules/evaluate.ts";
import type { Item } from "../rules/context.ts";
import { languages, say } from "../texts/texts.ts";
import type { Redraw } from "./asking.ts";
import { button, h, inset, paragraph, quiet, save } from "./dom.ts";
import { select } from "./controls.ts";
import { letterView } from "./letterView.ts";
import { findings, put, state, text, today } from "./state.ts";

const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
function fileName(): string {
  const reference = String((state.case.requesting as Item | undefined)?.reference ?? "").replace(/[^\p{L}\p{N}-]+/gu, "-") || "request";
  return isPractice(state.case) ? `practice-${reference}` : reference;
}

/** The letters as Word files and on paper, the draft as a file, and the entry in one's own register. */
export function exportView(redraw: Redraw): HTMLElement {
  const wrong = errors(findings());
  const all = letters(state.case);
  return h("div", {}, languagesView(redraw), inset(wrong > 0 ? text("export.draft", wrong) : text("export.final")),
    h("h2", { class: "govuk-heading-m" }, text("export.letters", all.length)),
    all.length > 1 && paragraph(text("export.several")),
    ...all.map((letter, index) => letterRow(letter, index)),
    h("h2", { class: "govuk-heading-m" }, text("export.register")), registerRow(redraw), saveView(redraw));
}

function registerRow(redraw: Redraw): HTMLElement {
  const entry = entryOf(state.case, today());
  return !entry ? paragraph(text("practice.noRegister")) : quiet(text("export.addToRegister"), () => {
    state.register.push(entry);
    state.registerChanged = true;
    state.message = { text: text("register.added"), isProblem: false };
    redraw();
  });
}

function languagesView(redraw: Redraw): HTMLElement {
  const meta = (state.case.meta ?? {}) as Item;
  const names = languages.map(l => [l, say("word", l, state.language)] as const);
  const choose = (name: string) => h("div", { class: "govuk-form-group" },
    h("label", { class: "govuk-label", for: `f-meta-${name}` }, text(name)),
    select(names, String(meta[name] ?? ""), value => {
      put(`meta.${name}`, value);
      redraw();
    }, { id: `f-meta-${name}` }));
  return h("div", {}, choose("documentLanguage"), choose("secondLanguage"));
}

function letterRow(letter: Letter, index: number): HTMLElement {
  const blocks = () => compose(state.case, letter, findings(), today());
  const { first } = voiceOf(state.case);
  const name = [...new Set(letter.measures.map(m => say("word", String(m.type ?? ""), state.language)))].join("; ");
  const word = async () => save(`${fileName()}${index > 0 ? `-${index + 1}` : ""}.docx`, await toDocx(blocks(), first, today()), wordType);
  const paper = () => {
    document.getElementById("paper")!.replaceChildren(letterView(blocks(), first));
    print();
  };
  return h("section", { class: "rw-letter-row" }, h("h3", { class: "govuk-heading-s" }, `${index + 1}. ${name}`),
    h("div", { class: "govuk-button-group" }, button(text("export.word"), () => void word()), quiet(text("export.print"), paper)),
    h("details", { class: "govuk-details" }, h("summary", { class: "govuk-details__summary" },
      h("span", { class: "govuk-details__summary-text" }, text("export.show"))),
    h("div", { class: "rw-paper", tabindex: 0, role: "region", "aria-label": name }, letterView(blocks(), first))));
}

/** The draft as a file, open or locked. */
export function saveView(redraw: Redraw): HTMLElement {
  const input = h("input", {
    id: "passphrase", type: "password", class: "govuk-input govuk-input--width-20", autocomplete: "new-password",
    "aria-describedby": "passphrase-hint",
  });
  const box = h("div", { class: "govuk-form-group" }, h("label", { class: "govuk-label", for: "passphrase" }, text("save.passphrase")),
    h("div", { class: "govuk-hint", id: "passphrase-hint" }, text("save.passphraseHint")), input);
  const keep = async () => {
    const passphrase = input.value;
    const file = write({ case: state.case, rest: state.rest });
    // What is typed while the file is locked is not in it.
    state.changed = false;
    save(`${fileName()}.mla.json`, passphrase ? await lock(file, passphrase) : file, "application/json");
    state.message = { text: text(passphrase ? "save.lockedDone" : "save.done"), isProblem: false };
    redraw();
  };
  return h("section", { class: "rw-group" }, h("h2", { class: "govuk-heading-m" }, text("save.title")), box,
    quiet(text("save.draft"), () => void keep()));
}
