import { fields, type Field } from "../data/fields.ts";
import { typeOf } from "../data/types.ts";
import { isGiven, items, type Item } from "../rules/context.ts";
import { isDate, plusDays } from "../rules/dates.ts";

/** A request of one's own register. Kinds of fields are those of the form, so that one renderer shows both. */
export const entryFields: readonly Field[] = fields(`caseRef! direction:choice/direction! counterpart:state! types:many/measureType
  bases:many/instrument offenceGroup:choice/offenceGroup sent:date received:date acknowledged:date due:date executed:date closed:date
  status:choice/status! outcome:choice/outcome grounds:many/ground direct:yes nextAction`);

export type Entry = Item;

/** What a written case puts into the register. */
export const entryOf = (of: Item, today: string): Entry => ({
  caseRef: (of.requesting as Item | undefined)?.reference ?? "", direction: "OUT", counterpart: (of.addressee as Item | undefined)?.state ?? "",
  types: [...new Set(items(of, "measures").map(m => String(m.type ?? "")).filter(c => typeOf(c)))],
  bases: [...new Set(items(of, "bases").map(b => String(b.kind ?? "")).filter(Boolean))],
  sent: today, due: (of.time as Item | undefined)?.due ?? "", status: "SENT",
});

/** A register that was opened: a list of rows, or none. */
export function entriesOf(of: unknown): Entry[] {
  if (!Array.isArray(of) || !of.every(e => typeof e === "object" && e !== null && !Array.isArray(e))) throw new Error("register");
  return of as Entry[];
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
    return [
      ...(isDate(begun) && !isGiven(entry.acknowledged) ? [{ entry, on: plusDays(begun, acknowledgementDays), why: "acknowledgement" as const }] : []),
      ...(isDate(begun) && entry.direction === "OUT" && !isGiven(entry.executed) ? [{ entry, on: plusDays(begun, reminderDays), why: "reminder" as const }] : []),
      ...(isDate(entry.due) && !isGiven(entry.executed) ? [{ entry, on: entry.due, why: "due" as const }] : []),
    ];
  });
  return all.filter(d => d.on <= today).sort((a, b) => a.on.localeCompare(b.on) || String(a.entry.caseRef).localeCompare(String(b.entry.caseRef)));
}
