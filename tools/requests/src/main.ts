import states from "../../../functions/Hub.Register/Data/states.json";
import { isRightToLeft, languages, underReview, type Language } from "./texts/texts.ts";
import { loadPackages, onDirectory } from "./screens/directoryView.ts";
import { h } from "./screens/dom.ts";
import { registerView } from "./screens/registerView.ts";
import { practiceView, startView } from "./screens/startView.ts";
import { state, text, type View } from "./screens/state.ts";
import { writeView } from "./screens/writeView.ts";

const endonyms: Readonly<Record<Language, string>> = { en: "English", fr: "Français", es: "Español", ar: "العربية", zh: "中文", ru: "Русский" };
const views: readonly View[] = ["start", "write", "register", "practice"];

function go(step: string, focus?: string): void {
  if (step === "register") state.view = "register";
  else {
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
    case "practice": return practiceView(() => draw());
    case "start": return startView(draw);
  }
}

function draw(focus?: string): void {
  document.documentElement.lang = state.language;
  document.documentElement.dir = isRightToLeft(state.language) ? "rtl" : "ltr";
  document.title = text("title");
  const message = state.message;
  document.getElementById("app")!.replaceChildren(masthead(), navigation(), h("div", { class: "govuk-width-container" },
    h("main", { class: "govuk-main-wrapper", id: "content" },
      message && h("div", { class: message.isProblem ? "govuk-error-summary" : "govuk-inset-text", role: message.isProblem ? "alert" : "status" }, message.text),
      underReview.includes(state.language) && h("p", { class: "govuk-hint" }, text("review")),
      content())), footer());
  delete state.message;
  (document.getElementById(focus ?? "") ?? document.getElementById(`f-${(focus ?? "").replaceAll(".", "-")}`) ?? document.getElementById("title"))?.focus();
}

function masthead(): HTMLElement {
  return h("header", { class: "hub-masthead" }, h("div", { class: "govuk-width-container" }, h("div", { class: "hub-masthead__row" },
    h("span", { class: "hub-masthead__name" }, text("title")), h("nav", { "aria-label": text("languages") }, h("ul", { class: "hub-languages" }, ...languages.map(language =>
      h("li", {}, h("button", { type: "button", class: "hub-link-button", lang: language, "aria-current": language === state.language ? "true" : undefined, onclick: () => {
        state.language = language;
        draw();
      } }, endonyms[language]))))))));
}

function navigation(): HTMLElement {
  return h("nav", { class: "rw-nav", "aria-label": text("navigation") }, h("div", { class: "govuk-width-container" }, h("ul", {}, ...views.map(view =>
    h("li", {}, h("button", { type: "button", class: "hub-link-button", "aria-current": view === state.view ? "page" : undefined, onclick: () => {
      state.view = view;
      draw();
    } }, text(`nav.${view}`)))))));
}

const footer = (): HTMLElement => h("footer", { class: "hub-footer" }, h("div", { class: "govuk-width-container" }, h("p", { class: "govuk-body-s" }, text("footer"))));

addEventListener("beforeunload", event => {
  if (state.changed) event.preventDefault();
});
document.body.append(h("datalist", { id: "states" }, ...states.map(s => h("option", { value: s.alpha3 }, s.name[state.language] ?? s.name.en ?? ""))));
onDirectory(() => draw());
draw();
void loadPackages();
