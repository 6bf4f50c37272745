import { samples, sampleDay, type Sample } from "../data/samples/index.ts";
import { DraftError, read } from "../model/draft.ts";
import { isLocked, unlock } from "../model/lock.ts";
import { say } from "../texts/texts.ts";
import { button, fileInput, h, paragraph, quiet } from "./dom.ts";
import { directoryState } from "./directoryView.ts";
import { newCase, state, text } from "./state.ts";

let waiting: string | undefined;

function begin(of: typeof state.case, rest: typeof state.rest = {}): void {
  state.case = of;
  state.rest = rest;
  state.seen.clear();
  delete state.sample;
  state.changed = false;
  state.view = "write";
  state.step = "purpose";
}

async function open(file: string, redraw: (focus?: string) => void, passphrase?: string): Promise<void> {
  try {
    if (passphrase === undefined && isLocked(file)) {
      waiting = file;
      redraw("open-passphrase");
      return;
    }
    const draft = read(passphrase === undefined ? file : await unlock(file, passphrase));
    waiting = undefined;
    begin(draft.case, draft.rest);
    state.message = draft.isNewer || draft.unknown.length > 0
      ? { text: text("draft.newer", draft.unknown.join(", ") || "–"), isProblem: false } : { text: text("draft.opened"), isProblem: false };
  } catch (e) {
    if (!(e instanceof DraftError)) throw e;
    state.message = { text: text(`draft.${e.fault}`), isProblem: true };
  }
  redraw();
}

export function startView(redraw: (focus?: string) => void): HTMLElement {
  return h("div", {}, h("h1", { class: "govuk-heading-xl", tabindex: -1, id: "title" }, text("title")), paragraph(text("lead"), "hub-lead"),
    h("div", { class: "govuk-button-group" }, button(text("start.new"), () => {
      begin(newCase(state.language));
      redraw();
    }), quiet(text("nav.practice"), () => {
      state.view = "practice";
      redraw();
    })),
    h("section", { class: "rw-group" }, h("h2", { class: "govuk-heading-m" }, text("start.open")),
      fileInput("draft-file", text("start.file"), ".json,application/json", file => void open(file, redraw)), waiting !== undefined && passphraseView(redraw)),
    h("section", { class: "rw-group" }, h("h2", { class: "govuk-heading-m" }, text("directory.title")), directoryState()),
    h("section", { class: "rw-group" }, h("h2", { class: "govuk-heading-m" }, text("privacy.title")), paragraph(text("privacy.text"))));
}

function passphraseView(redraw: (focus?: string) => void): HTMLElement {
  const input = h("input", { id: "open-passphrase", type: "password", class: "govuk-input govuk-input--width-20", autocomplete: "off" });
  const go = () => void open(waiting!, redraw, input.value);
  input.addEventListener("keydown", e => {
    if (e.key === "Enter") go();
  });
  return h("div", { class: "govuk-form-group" }, h("label", { class: "govuk-label", for: "open-passphrase" }, text("start.passphrase")), input, " ", button(text("start.unlock"), go));
}

export function practiceView(redraw: () => void): HTMLElement {
  return h("div", {}, h("h1", { class: "govuk-heading-l", tabindex: -1, id: "title" }, text("practice.title")), paragraph(text("practice.lead"), "hub-lead"),
    h("ul", { class: "govuk-list hub-cards hub-cards--pairs" }, ...samples.map(s => h("li", { class: "hub-card" },
      h("h2", { class: "govuk-heading-s" }, `${s.id} · ${say("word", s.title, state.language)}`),
      paragraph(s.expected.length > 0 ? text("practice.points", s.expected.length) : text("practice.complete")),
      quiet(text("practice.open", s.id), () => {
        practise(s);
        redraw();
      })))));
}

function practise({ id, expected, case: of }: Sample): void {
  begin(structuredClone(of));
  state.sample = { id, expected, day: sampleDay };
  state.step = "check";
}
