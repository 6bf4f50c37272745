import { samples, type Sample } from "../data/samples/index.ts";
import { placeOf } from "../document/names.ts";
import { begin, isPractice, practiceCase, practiceOf } from "../model/workspace.ts";
import { DraftError, read, type Draft } from "../model/draft.ts";
import { isLocked, unlock } from "../model/lock.ts";
import { say } from "../texts/texts.ts";
import { overDraft, type Redraw } from "./asking.ts";
import { button, fileInput, h, inset, paragraph, quiet } from "./dom.ts";
import { directoryState } from "./directoryView.ts";
import { findings, firstStep, newCase, practised, state, text } from "./state.ts";

let waiting: string | undefined;

function write(of: typeof state.case, rest: typeof state.rest, step: string, redraw: Redraw): void {
  begin(state, of, step, rest);
  state.view = "write";
  redraw();
}

async function open(file: string, redraw: Redraw, passphrase?: string): Promise<void> {
  try {
    if (passphrase === undefined && isLocked(file)) {
      waiting = file;
      redraw("open-passphrase");
      return;
    }
    const draft = read(passphrase === undefined ? file : await unlock(file, passphrase));
    waiting = undefined;
    const go = () => {
      state.message = { text: opened(draft), isProblem: draft.removed.length > 0 };
      write(draft.case, draft.rest, firstStep, redraw);
    };
    // Practice takes the place of nothing.
    if (isPractice(draft.case)) go(); else overDraft(go, redraw);
  } catch (e) {
    if (!(e instanceof DraftError)) throw e;
    state.message = { text: text(`draft.${e.fault}`), isProblem: true };
    redraw();
  }
}

const mostNamed = 12;
function opened(draft: Draft): string {
  const names = (paths: readonly string[], said: (path: string) => string) =>
    [...new Set(paths.map(said))].slice(0, mostNamed).join("; ") + (paths.length > mostNamed ? " …" : "");
  return [
    text("draft.opened"),
    draft.isNewer || draft.unknown.length > 0 ? text("draft.newer", names(draft.unknown, p => p) || "–") : "",
    // By the numbers of the file: what was taken out of it is no longer counted in the case.
    draft.removed.length > 0 ? text("draft.removed", names(draft.removed, p => placeOf(p, {}, state.language))) : "",
  ].filter(Boolean).join(" ");
}

// Whether a request is open in which something was written or opened.
const isBegun = (): boolean => state.changed || state.seen.size > 0
  || JSON.stringify(state.case) !== JSON.stringify(newCase(state.language));

export function startView(redraw: Redraw): HTMLElement {
  return h("div", {}, h("h1", { class: "govuk-heading-xl", tabindex: -1, id: "title" }, text("title")), paragraph(text("lead"), "hub-lead"),
    h("div", { class: "govuk-button-group" },
      isBegun() && button(text("start.goOn"), () => {
        state.view = "write";
        redraw();
      }),
      (isBegun() ? quiet : button)(text("start.new"), () => overDraft(() => write(newCase(state.language), {}, firstStep, redraw), redraw)),
      quiet(text("nav.practice"), () => {
        state.view = "practice";
        redraw();
      })),
    h("section", { class: "rw-group" }, h("h2", { class: "govuk-heading-m" }, text("start.open")),
      fileInput("draft-file", text("start.file"), ".json,application/json", file => void open(file, redraw)),
      waiting !== undefined && passphraseView(redraw)),
    h("section", { class: "rw-group" }, h("h2", { class: "govuk-heading-m" }, text("directory.title")), directoryState()),
    h("section", { class: "rw-group" }, h("h2", { class: "govuk-heading-m" }, text("privacy.title")), paragraph(text("privacy.text"))));
}

function passphraseView(redraw: Redraw): HTMLElement {
  const input = h("input", {
    id: "open-passphrase", type: "password", class: "govuk-input govuk-input--width-20", autocomplete: "off",
  });
  const go = () => void open(waiting!, redraw, input.value);
  input.addEventListener("keydown", e => {
    if (e.key === "Enter") go();
  });
  return h("div", { class: "govuk-form-group" },
    h("label", { class: "govuk-label", for: "open-passphrase" }, text("start.passphrase")), input, " ", button(text("start.unlock"), go));
}

export function practiceView(redraw: Redraw): HTMLElement {
  const card = (s: Sample) => h("li", { class: "hub-card" },
    h("h2", { class: "govuk-heading-s" }, `${s.id} · ${say("word", s.title, state.language)}`),
    paragraph(s.expected.length > 0 ? text("practice.points", s.expected.length) : text("practice.complete")),
    quiet(text("practice.open", s.id), () => write(practiceCase(s), {}, "check", redraw)));
  return h("div", {}, h("h1", { class: "govuk-heading-l", tabindex: -1, id: "title" }, text("practice.title")),
    paragraph(text("practice.lead"), "hub-lead"), h("ul", { class: "govuk-list hub-cards hub-cards--pairs" }, ...samples.map(card)));
}

/** Stands on every page while somebody practises: that it is practice, that nothing of it is kept, and the way back. */
export function practiceNote(leave: () => void): HTMLElement {
  const sample = practised();
  const left = new Set(findings().map(f => f.code));
  const mended = sample?.expected.filter(code => !left.has(code)).length ?? 0;
  return h("section", { class: "rw-practice", "aria-label": text("nav.practice") }, inset(
    h("strong", {}, text("practice.note", practiceOf(state.case))), " ", text("practice.apart"),
    sample && sample.expected.length > 0 && ` ${text("practice.left", mended, sample.expected.length)}`,
    h("div", {}, quiet(text("practice.leave"), leave))));
}
