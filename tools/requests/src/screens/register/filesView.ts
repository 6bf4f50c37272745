import { day } from "../../document/values.ts";
import { fromCsv, toCsv, type Table } from "../../register/csv.ts";
import { oddDates, settle, type OddDate } from "../../register/dates.ts";
import { entriesOf, entryFields } from "../../register/entry.ts";
import { say } from "../../texts/texts.ts";
import { overRegister, type Redraw } from "../asking.ts";
import { fileInput, h, paragraph, quiet, save } from "../dom.ts";
import { state, text } from "../state.ts";

/** The register's files, and what of the one that was opened was not read. */
export function filesView(open: (index: number) => void, redraw: Redraw): HTMLElement {
  const csv = () => {
    save("register.csv", toCsv(state.register), "text/csv");
    // A table has the known columns only: what else a newer version wrote is in JSON alone.
    if (state.register.every(e => Object.keys(e).every(name => entryFields.some(f => f.name === name)))) state.registerChanged = false;
  };
  const json = () => {
    save("register.json", `${JSON.stringify(state.register, null, 1)}\n`, "application/json");
    state.registerChanged = false;
  };
  return h("section", { class: "rw-group" }, h("h2", { class: "govuk-heading-m" }, text("register.files")),
    h("div", { class: "govuk-button-group" }, quiet(text("register.csv"), csv), quiet(text("register.json"), json)),
    fileInput("register-file", text("register.open"), ".csv,.json", file => read(file, open, redraw)), ...unreadView(),
      ...datesView(redraw));
}

function read(file: string, open: (index: number) => void, redraw: Redraw): void {
  let table: Table;
  try {
    table = tableOf(file);
  } catch {
    state.message = { text: text("register.notOne"), isProblem: true };
    return redraw();
  }
  overRegister(() => {
    state.register = table.entries;
    state.registerChanged = false;
    state.unread = table.unread;
    state.odd = oddDates(table.entries, table.rows);
    const isWhole = state.odd.length + state.unread.length === 0;
    const said = text("register.opened", table.entries.length);
    state.message = { text: isWhole ? said : `${said} ${text("register.notAll")}`, isProblem: !isWhole };
    open(-1);
  }, redraw);
}

function tableOf(file: string): Table {
  const plain = file.replace(/^\uFEFF/, "").trimStart();
  if (!plain.startsWith("[")) return fromCsv(file);
  const { entries, removed } = entriesOf(JSON.parse(plain) as unknown);
  const unread = removed.map(path => ({ row: Number(path.split(".")[0]), column: path.split(".").slice(1).join("."), text: "–" }));
  return { entries, rows: entries.map((_, index) => index + 1), unread };
}

const column = (name: string): string => say("field", name, state.language);

function unreadView(): HTMLElement[] {
  return state.unread.length === 0 ? [] : [h("h3", { class: "govuk-heading-s" }, text("register.unread")),
    h("ul", { class: "govuk-list govuk-list--bullet" }, ...state.unread.map(u =>
      h("li", {}, text("register.cell", u.row, u.column ? column(u.column) : text("register.repaired")), " ", h("bdi", {}, u.text))))];
}

// Those that still stand as they were in the file.
const left = (): readonly OddDate[] =>
  state.odd.filter(o => state.register.includes(o.entry) && String(o.entry[o.column] ?? "").trim() === o.text);

function datesView(redraw: Redraw): HTMLElement[] {
  const [odd, shown] = [left(), (d: string) => day(d, state.language)];
  if (odd.length === 0) return [];
  const plain = odd.filter(o => o.days.length === 1);
  const take = (of: readonly OddDate[], days: (o: OddDate) => string) => {
    for (const o of of) settle(o, days(o));
    state.registerChanged = true;
    redraw("register-dates");
  };
  const row = (o: OddDate) => h("li", { class: "rw-record" }, h("span", {}, text("register.cell", o.row, column(o.column)), " ",
    h("bdi", {}, o.text), o.days.length === 1 ? ` → ${shown(o.days[0]!)}` : o.days.length === 0 ? `: ${text("register.noDate")}` : ""),
  o.days.length > 1 && h("span", { class: "rw-choices" }, ...o.days.map(d => quiet(shown(d), () => take([o], () => d)))));
  return [h("h3", { class: "govuk-heading-s", id: "register-dates", tabindex: -1 }, text("register.dates")),
    paragraph(text("register.datesHint")),
    ...(plain.length > 0 ? [quiet(text("register.takeDates", plain.length), () => take(plain, o => o.days[0]!))] : []),
    h("ul", { class: "govuk-list" }, ...odd.map(row))];
}
