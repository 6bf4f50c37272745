import { fields, type Field } from "../data/fields.ts";
import { typeOf } from "../data/types.ts";
import { isPractice } from "../model/workspace.ts";
import { shapedRow } from "../model/shape.ts";
import { isGiven, isItem, items, type Item } from "../rules/context.ts";
import { isDate, plusDays } from "../rules/dates.ts";

/** A request of one's own register. Kinds of fields are those of the form, so that one renderer shows both. */
export const entryFields: readonly Field[] = fields(`caseRef! direction:choice/direction! counterpart:state! types:many/measureType
  bases:many/instrument offenceGroup:choice/offenceGroup sent:date received:date acknowledged:date due:date executed:date closed:date
  status:choice/status! outcome:choice/outcome grounds:many/ground direct:yes nextAction`);

export type Entry = Item;

/** What a written case puts into the register; a practice case puts nothing there. */
export function entryOf(of: Item, today: string): Entry | undefined {
  if (isPractice(of)) return undefined;
  const part = (name: string): Item => (isItem(of[name]) ? of[name] : {});
  return {
    caseRef: part("requesting").reference ?? "", direction: "OUT", counterpart: part("addressee").state ?? "",
    types: [...new Set(items(of, "measures").map(m => String(m.type ?? "")).filter(c => typeOf(c)))],
    bases: [...new Set(items(of, "bases").map(b => String(b.kind ?? "")).filter(Boolean))],
    sent: today, due: part("time").due ?? "", status: "SENT",
  };
}

/** A register that was opened: a list of rows, or none. What has a shape that cannot be read is taken out, and named. */
export function entriesOf(of: unknown): { readonly entries: Entry[]; readonly removed: readonly string[] } {
  if (!Array.isArray(of) || !of.every(isItem)) throw new Error("register");
  const shaped = of.map(e => shapedRow(e, entryFields));
  return { entries: shaped.map(s => s.item), removed: shaped.flatMap((s, index) => s.removed.map(name => `${index + 1}.${name}`)) };
}

export interface Due {
  readonly entry: Entry;
  readonly on: string;
  readonly why: "acknowledgement" | "reminder" | "due";
}
const acknowledgementDays = 14;
const reminderDays = 60;

/** What is due by a day, the oldest first: an acknowledgement after 14 days, a reminder after 60, and dates that were set. */
export function dueList(register: readonly Entry[], today: string): readonly Due[] {
  const open = register.filter(e => e.status !== "CLOSED" && e.status !== "DRAFT");
  const all = open.flatMap((entry): Due[] => {
    const begun = entry.direction === "IN" ? entry.received : entry.sent;
    const after = (days: number, why: Due["why"]) => (isDate(begun) ? [{ entry, on: plusDays(begun, days), why }] : []);
    return [
      ...(isGiven(entry.acknowledged) ? [] : after(acknowledgementDays, "acknowledgement")),
      ...(entry.direction !== "OUT" || isGiven(entry.executed) ? [] : after(reminderDays, "reminder")),
      ...(isDate(entry.due) && !isGiven(entry.executed) ? [{ entry, on: entry.due, why: "due" as const }] : []),
    ];
  });
  return all.filter(d => d.on <= today)
    .sort((a, b) => a.on.localeCompare(b.on) || String(a.entry.caseRef).localeCompare(String(b.entry.caseRef)));
}
