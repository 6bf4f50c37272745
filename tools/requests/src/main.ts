import { allStates, stateName } from "./data/states.ts";
import { isPractice, leavePractice } from "./model/workspace.ts";
import { isRightToLeft, languages, underReview, type Language } from "./texts/texts.ts";
import { questionId, wouldLose } from "./screens/asking.ts";
import { loadPackages, onPackages } from "./screens/directoryView.ts";
import { button, h, paragraph, quiet } from "./screens/dom.ts";
import { registerView } from "./screens/register/registerView.ts";
import { practiceNote, practiceView, startView } from "./screens/startView.ts";
import { firstStep, newCase, state, text, type View } from "./screens/state.ts";
import { writeView } from "./screens/writeView.ts";

const endonyms: Readonly<Record<Language, string>> = {
  en: "English", fr: "Français", es: "Español", ar: "العربية", zh: "中文", ru: "Русский",
};
const views: readonly View[] = ["start", "write", "register", "practice"];

function go(step: string, focus?: string): void {
  if (step !== state.step) {
    // What a step that was left lacks stands at its fields when it is seen again.
    state.seen.add(state.step);
    if (focus) state.seen.add(step);
    state.step = step;
  }
  draw(focus);
}

function content(): HTMLElement {
  switch (state.view) {
    case "write": return writeView((step, focus) => go(step, focus));
    case "register": return registerView(draw);
    case "practice": return practiceView(draw);
    case "start": return startView(draw);
  }
}

function draw(focus?: string): void {
  document.documentElement.lang = state.language;
  document.documentElement.dir = isRightToLeft(state.language) ? "rtl" : "ltr";
  document.title = text("title");
  offerStates();
  const message = state.message;
  document.getElementById("app")!.replaceChildren(masthead(), navigation(), h("div", { class: "govuk-width-container" },
    h("main", { class: "govuk-main-wrapper", id: "content" },
      message && h("div", {
        class: message.isProblem ? "govuk-error-summary" : "govuk-inset-text", role: message.isProblem ? "alert" : "status",
      }, message.text),
      questionView(), isPractice(state.case) && practiceNote(leave),
      underReview.includes(state.language) && h("p", { class: "govuk-hint" }, text("review")),
      content())), footer());
  delete state.message;
  delete state.question;
  const focused = focus ?? "";
  const places = [focused, `f-${focused.replaceAll(".", "-")}`, "title"].map(id => document.getElementById(id));
  places.find(p => p !== null)?.focus();
}

// Whatever else is done on the page is an answer too: to stay.
function questionView(): HTMLElement | undefined {
  const question = state.question;
  return question && h("div", { class: "govuk-error-summary", id: questionId, tabindex: -1, role: "group",
    "aria-labelledby": "question-text" },
    h("p", { class: "govuk-body", id: "question-text" }, question.text),
    h("div", { class: "govuk-button-group" }, button(text("ask.stay"), () => draw()), quiet(question.label, question.go)));
}

function leave(): void {
  leavePractice(state, newCase(state.language), firstStep);
  if (state.view === "practice") state.view = "write";
  draw();
}

function masthead(): HTMLElement {
  const choose = (language: Language) => h("li", {}, h("button", {
    type: "button", class: "hub-link-button", lang: language, "aria-current": language === state.language ? "true" : undefined,
    onclick: () => {
      state.language = language;
      draw();
    },
  }, endonyms[language]));
  return h("header", { class: "hub-masthead" }, h("div", { class: "govuk-width-container" }, h("div", { class: "hub-masthead__row" },
    h("span", { class: "hub-masthead__name" }, text("title")),
    h("nav", { "aria-label": text("languages") }, h("ul", { class: "hub-languages" }, ...languages.map(choose))))));
}

function navigation(): HTMLElement {
  const lead = (view: View) => h("li", {}, h("button", {
    type: "button", class: "hub-link-button", "aria-current": view === state.view ? "page" : undefined,
    onclick: () => {
      state.view = view;
      draw();
    },
  }, text(`nav.${view}`)));
  return h("nav", { class: "rw-nav", "aria-label": text("navigation") },
    h("div", { class: "govuk-width-container" }, h("ul", {}, ...views.map(lead))));
}

const footer = (): HTMLElement =>
  h("footer", { class: "hub-footer" }, h("div", { class: "govuk-width-container" }, paragraph(text("footer"), "govuk-body-s")));

addEventListener("beforeunload", event => {
  if (wouldLose()) event.preventDefault();
});
// What is being typed counts before the field is left.
document.addEventListener("input", event => {
  const path = (event.target as HTMLElement).closest<HTMLElement>("[data-path]")?.dataset.path;
  if (path?.startsWith("register.")) state.registerChanged = true;
  else if (path) state.changed = true;
});
const offered = h("datalist", { id: "states" });
const offerStates = (): void => offered.replaceChildren(
  ...allStates.map(s => h("option", { value: stateName(s.alpha3, state.language) }, s.alpha3)));
document.body.append(offered);
onPackages(() => draw());
draw();
void loadPackages();
