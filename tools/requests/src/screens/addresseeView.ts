import { isState } from "../data/stateNames.ts";
import { matters, typeOf } from "../data/types.ts";
import { isGiven, isItem, items, type Item } from "../rules/context.ts";
import { voiceOf } from "../document/compose.ts";
import { articleIn } from "../document/names.ts";
import { extraditionBasis, recordsOf } from "../packages/packages.ts";
import { addressOf, firstChannel, nameOf, saidOf } from "../packages/record.ts";
import { h, inset, paragraph, quiet, tag } from "./dom.ts";
import { directoryState } from "./directoryView.ts";
import { loaded, put, state, text } from "./state.ts";

/** Whom the directory names for the State, and what it says of the one that was chosen. */
export function addresseeView(redraw: () => void): HTMLElement {
  const addressee = isItem(state.case.addressee) ? state.case.addressee : {};
  const record = isItem(addressee.record) ? addressee.record : undefined;
  const directory = loaded(state.directory);
  const wanted = items(state.case, "measures").flatMap(m => {
    const family = typeOf(m.type)?.family;
    return family ? matters[family] : [];
  });
  const found = recordsOf(directory, String(addressee.state ?? ""), wanted);
  return h("section", { class: "rw-group" }, directoryState(),
    found.length > 0 && h("div", {}, h("h2", { class: "govuk-heading-m" }, text("addressee.found", found.length)),
      h("ul", { class: "govuk-list rw-records" }, ...found.map(r => choice(r, r.recordId === record?.recordId, redraw)))),
    directory && isGiven(addressee.state) && isState(String(addressee.state)) && found.length === 0 && inset(text("addressee.none")),
    record && recordView(record));
}

function choice(record: Item, isChosen: boolean, redraw: () => void): HTMLElement {
  const articles = items(record, "designations").map(d => articleIn(`${String(d.instrument)} ${String(d.article)}`, state.language));
  const pairs = [...new Set(articles)].join("; ");
  return h("li", { class: "rw-record" }, h("div", {}, h("strong", { dir: "auto" }, nameOf(record, state.language)), " ",
    isChosen && tag(text("addressee.chosen"), "green"), h("br"), h("span", { class: "rw-article" }, pairs)),
  quiet(text("addressee.take"), () => {
    take(record, state.directory as Item);
    redraw();
  }));
}

function take(record: Item, directory: Item): void {
  put("addressee.record", record);
  put("addressee.office", nameOf(record, state.language));
  put("addressee.address", addressOf(record, voiceOf(state.case).first));
  const [channel, basis] = [firstChannel(record), extraditionBasis(directory, record.state)];
  if (isGiven(channel)) put("addressee.channel", channel);
  if (isGiven(basis)) put("asks.extraditionBasis", basis);
  put("meta.directory", { sequence: directory.sequence, madeOn: String(directory.madeOn).slice(0, 10) });
}

// What the record does not say is not guessed.
function recordView(record: Item): HTMLElement {
  const rows = saidOf(record, state.language).map(([name, words]) => h("div", { class: "govuk-summary-list__row" },
    h("dt", { class: "govuk-summary-list__key" }, text(`record.${name}`)),
    h("dd", { class: "govuk-summary-list__value rw-said", dir: "auto" }, words || h("em", {}, text("record.notStated")))));
  return h("details", { class: "govuk-details", open: true }, h("summary", { class: "govuk-details__summary" },
    h("span", { class: "govuk-details__summary-text" }, text("record.title"))),
  h("div", { class: "govuk-details__text" }, h("dl", { class: "govuk-summary-list" }, ...rows), paragraph(text("record.note"))));
}
