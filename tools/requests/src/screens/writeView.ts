import { steps } from "../data/steps.ts";
import type { Finding } from "../rules/evaluate.ts";
import { articleIn, placeOf, sentence } from "../document/names.ts";
import { h, quiet, button, inset, paragraph } from "./dom.ts";
import { addresseeView } from "./addresseeView.ts";
import { exportView } from "./exportView.ts";
import { idOf } from "./fieldView.ts";
import { followFields, forgetFields, groupView, type GroupPlace } from "./groupView.ts";
import { lawsView } from "./lawsView.ts";
import { findings, state, stepOf, text } from "./state.ts";

export type Go = (step: string, focus?: string) => void;

/** A request, step by step: the steps with what each lacks, the fields, and the way on. */
export function writeView(go: Go): HTMLElement {
  forgetFields();
  const index = steps.findIndex(s => s.id === state.step);
  const aside = h("nav", { class: "rw-steps", "aria-label": text("steps") });
  const place = placeFor(aside, go);
  drawSteps(aside, go);
  const next = steps[index + 1];
  return h("div", { class: "rw-columns" }, aside, h("div", { class: "rw-main" },
    h("h1", { class: "govuk-heading-l", tabindex: -1, id: "title" }, `${index + 1}. ${text(`step.${state.step}`)}`),
    paragraph(text(`step.${state.step}.hint`), "hub-lead"),
    ...content(place, go),
    h("div", { class: "govuk-button-group" },
      index > 0 && quiet(text("back"), () => go(steps[index - 1]!.id)), next && button(text("next"), () => go(next.id)))));
}

function placeFor(aside: HTMLElement, go: Go): GroupPlace {
  const find = (path: string) => (state.seen.has(state.step) ? findings().filter(f => f.path === path) : []);
  return {
    id: "", step: state.step, find, isNeeded: path => findings().some(f => f.severity === "E" && f.path === path),
    changed: () => {
      followFields();
      drawSteps(aside, go);
    },
    redraw: focus => go(state.step, focus ?? document.activeElement?.id),
  };
}

function content(place: GroupPlace, go: Go): HTMLElement[] {
  const step = steps.find(s => s.id === state.step)!;
  if (step.id === "check") return [checkView(go)];
  if (step.id === "export") return [exportView(() => go("export"))];
  const groups = step.groups.map(id => groupView({ ...place, id }));
  const again = () => go(step.id);
  switch (step.id) {
    case "addressee": return [addresseeView(again), ...groups];
    case "basis": return [...groups, lawsView(["addressee"], again)];
    case "proceeding": return [...groups, lawsView(["requesting", "addressee"], again)];
    default: return groups;
  }
}

const count = (found: readonly Finding[], severity: string): number => found.filter(f => f.severity === severity).length;

function drawSteps(aside: HTMLElement, go: Go): void {
  const all = findings();
  aside.replaceChildren(h("ol", { class: "rw-steps__list" }, ...steps.map((step, index) => {
    const own = all.filter(f => stepOf(f.path) === step.id);
    const [wrong, warned] = [count(own, "E"), count(own, "W")];
    return h("li", {}, h("button", {
      type: "button", class: "rw-step", "aria-current": step.id === state.step ? "step" : undefined, onclick: () => go(step.id),
    }, h("span", {}, `${index + 1}. ${text(`step.${step.id}`)}`),
    wrong > 0 && h("span", { class: "rw-count rw-count--wrong" }, text("count.E", wrong)),
    wrong === 0 && warned > 0 && h("span", { class: "rw-count" }, text("count.W", warned))));
  })));
}

function checkView(go: Go): HTMLElement {
  const all = findings();
  if (all.length === 0) return inset(text("check.none"));
  return h("div", {}, paragraph(text("check.some", count(all, "E"), count(all, "W"), count(all, "H"))),
    ...(["E", "W", "H"] as const).filter(s => count(all, s) > 0).map(severity => h("section", {},
      h("h2", { class: "govuk-heading-m" }, text(`severity.${severity}`)),
      h("ul", { class: "govuk-list govuk-list--spaced rw-findings" }, ...all.filter(f => f.severity === severity).map(f => h("li", {},
        h("button", { type: "button", class: "hub-link-button", onclick: () => go(stepOf(f.path), idOf(f.path)) },
          placeOf(f.path, state.case, state.language)),
        h("br"), sentence(f, state.language), " ", h("span", { class: "rw-article" }, articleIn(f.article, state.language))))))));
}
