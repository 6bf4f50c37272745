import { typeOf } from "../data/types.ts";
import { isGiven, items, type Item } from "../rules/context.ts";
import { addressOf, isExpired, nameOf, recordsOf } from "../packages/packages.ts";
import { say } from "../texts/texts.ts";
import { h, inset, paragraph, quiet, tag } from "./dom.ts";
import { directoryState } from "./directoryView.ts";
import { put, state, text, today } from "./state.ts";

const wanted: Readonly<Record<string, readonly string[]>> = {
  MLA: ["MLA"], ASSETS: ["ASSET_RECOVERY", "MLA"], PROCEEDINGS: ["MLA"], EXTRADITION: ["EXTRADITION"], SENTENCED: ["TRANSFER_SENTENCED_PERSONS"],
  SEA_DRUGS: ["DRUG_SMUGGLING_SEA"], SEA_MIGRANTS: ["MIGRANT_SMUGGLING_SEA"], GUN_TRACE: ["FIREARMS_LIAISON"],
};

/** Whom the directory names for the State, and what it says of the one that was chosen. */
export function addresseeView(redraw: () => void): HTMLElement {
  const addressee = (state.case.addressee ?? {}) as Item;
  const record = addressee.record as Item | undefined;
  const directory = typeof state.directory === "object" ? state.directory : undefined;
  const matters = items(state.case, "measures").flatMap(m => wanted[typeOf(m.type)?.family ?? ""] ?? []);
  const found = recordsOf(directory, String(addressee.state ?? ""), matters);
  return h("section", { class: "rw-group" }, directoryState(),
    directory && isExpired(directory, today()) && inset(text("directory.expired", String(directory.expires).slice(0, 10))),
    found.length > 0 && h("div", {}, h("h2", { class: "govuk-heading-m" }, text("addressee.found", found.length)),
      h("ul", { class: "govuk-list rw-records" }, ...found.map(r => choice(r, r.recordId === record?.recordId, redraw)))),
    directory && isGiven(addressee.state) && found.length === 0 && inset(text("addressee.none")),
    record && recordView(record));
}

function choice(record: Item, isChosen: boolean, redraw: () => void): HTMLElement {
  const matters = [...new Set(items(record, "designations").map(d => `${String(d.instrument)} ${String(d.article)}`))].join(", ");
  return h("li", { class: "rw-record" }, h("div", {}, h("strong", { dir: "auto" }, nameOf(record, state.language)), " ",
    isChosen && tag(text("addressee.chosen"), "green"), h("br"), h("span", { class: "rw-article" }, matters)),
  quiet(text("addressee.take"), () => {
    const directory = state.directory as Item;
    put("addressee.record", record);
    put("addressee.office", nameOf(record, state.language));
    put("addressee.address", addressOf(record));
    const first = [...items(record, "acceptedChannels")].sort((a, b) => Number(a.rank) - Number(b.rank))[0];
    if (first) put("addressee.channel", first.channel);
    put("meta.directory", { sequence: directory.sequence, madeOn: String(directory.madeOn).slice(0, 10) });
    redraw();
  }));
}

// What the record does not say is not guessed.
function recordView(record: Item): HTMLElement {
  const list = (value: unknown): string => (Array.isArray(value) ? value.map(v => say("word", String(v), state.language)).join(", ") : "");
  const channels = items(record, "acceptedChannels").map(c => say("word", String(c.channel), state.language)).join(", ");
  const hours = items(record, "officeHours").map(o => `${dayName(String(o.day))} ${String(o.from)}–${String(o.to)}`).join("; ");
  const rows: (readonly [string, string])[] = [
    ["languagesOfRequests", list(record.languagesOfRequests)], ["channels", channels],
    ["interpol", isGiven(record.interpolAccepted) ? String(record.interpolAccepted) : ""],
    ["hours", [hours, record.timeZone].filter(isGiven).join(" · ")],
    ["requiredDocuments", list(record.requiredDocuments)], ["formats", list(record.acceptedFormats)],
    ["dualCriminality", String(record.dualCriminality ?? "")], ["urgent", String((record.urgentProcedure as Item | undefined)?.text ?? "")],
    ["nationals", String(record.extraditionOfNationals ?? "")], ["limits", String(record.timeLimits ?? "")],
  ];
  return h("details", { class: "govuk-details", open: true }, h("summary", { class: "govuk-details__summary" },
    h("span", { class: "govuk-details__summary-text" }, text("record.title"))),
  h("div", { class: "govuk-details__text" }, h("dl", { class: "govuk-summary-list" }, ...rows.map(([name, value]) =>
    h("div", { class: "govuk-summary-list__row" }, h("dt", { class: "govuk-summary-list__key" }, text(`record.${name}`)),
      h("dd", { class: "govuk-summary-list__value", dir: "auto" }, value || h("em", {}, text("record.notStated")))))), paragraph(text("record.note"))));
}

const days = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"];
const dayName = (code: string): string =>
  new Intl.DateTimeFormat(state.language, { weekday: "short", timeZone: "UTC" }).format(new Date(Date.UTC(2026, 1, 1 + days.indexOf(code))));
