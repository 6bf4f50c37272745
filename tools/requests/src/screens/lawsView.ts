import { stateName } from "../data/states.ts";
import { voiceOf } from "../document/compose.ts";
import { citationOf, isNoLaw, isTaken, labelOf, provisionsOf, take, titleOf, type Found } from "../packages/laws.ts";
import { isGiven, isItem, textOf, type Item } from "../rules/context.ts";
import { say } from "../texts/texts.ts";
import { h, paragraph, quiet, tag } from "./dom.ts";
import { lawsState } from "./directoryView.ts";
import { loaded, state, text } from "./state.ts";

const stateOf = (part: string): string => {
  const of = state.case[part];
  return isItem(of) ? textOf(of.state) : "";
};

/** The laws of the States of the case that the library has, to be taken into it; where there is no library, that there is none. */
export function lawsView(parts: readonly ("requesting" | "addressee")[], redraw: () => void): HTMLElement {
  const library = loaded(state.laws);
  const codes = [...new Set(parts.map(stateOf).filter(isGiven))];
  return h("section", { class: "rw-group" }, h("h2", { class: "govuk-heading-m" }, text("laws")), lawsState(),
    library && codes.length === 0 && paragraph(text("laws.noState"), "govuk-hint"),
    ...(library ? codes.map(code => ofState(library, code, redraw)) : []));
}

function ofState(library: Item, code: string, redraw: () => void): HTMLElement {
  const found = provisionsOf(library, code, state.case);
  const [fitting, others] = [found.filter(f => f.fits), found.filter(f => !f.fits)];
  const list = (of: readonly Found[]) => h("ul", { class: "govuk-list rw-records" }, ...of.map(f => row(f, redraw)));
  return h("section", {}, h("h3", { class: "govuk-heading-s" }, stateName(code, state.language)),
    found.length === 0 && paragraph(text("laws.nothing"), "govuk-hint"), fitting.length > 0 && list(fitting),
    others.length > 0 && h("details", { class: "govuk-details", open: fitting.length === 0 },
      h("summary", { class: "govuk-details__summary" },
        h("span", { class: "govuk-details__summary-text" }, text("laws.others", others.length))),
      h("div", { class: "govuk-details__text" }, list(others))));
}

const problems = ["BROKEN", "CHANGED", "SOFT_404", "CERT_ERROR", "BLOCKED"];

function row(found: Found, redraw: () => void): HTMLElement {
  const { law, provision } = found;
  const { first } = voiceOf(state.case);
  const isBroken = isItem(law.link) && problems.includes(textOf(law.link.status));
  const notes = [
    isNoLaw(law) ? text("laws.noLaw") : "",
    law.source === "SECRETARIAT_FOUND" ? text("laws.foundBySecretariat") : "", isBroken ? text("laws.link") : "",
    isGiven(provision.extract) || isNoLaw(law) ? "" : text("laws.noExtract"),
  ].filter(Boolean).join(" ");
  return h("li", { class: "rw-record" }, h("div", { class: "rw-law" },
    h("strong", { dir: "auto" }, [titleOf(law, state.language), labelOf(provision)].filter(Boolean).join(", ")), " ",
    tag(say("word", `LAW_${textOf(law.status) || "UNKNOWN"}`, state.language), law.status === "REPEALED" ? "red" : "grey"),
    isGiven(provision.heading) && h("div", { dir: "auto" }, textOf(provision.heading)),
    isGiven(provision.extract) && h("blockquote", { class: "rw-said rw-extract", dir: "auto" }, textOf(provision.extract)),
    h("div", { class: "rw-article", dir: "auto" }, citationOf(law)), notes && h("div", { class: "govuk-hint" }, notes)),
  isNoLaw(law) ? undefined : isTaken(state.case, found, first) ? tag(text("laws.taken"), "green") : quiet(text("laws.take"), () => {
    take(state.case, found, first);
    state.changed = true;
    redraw();
  }));
}
