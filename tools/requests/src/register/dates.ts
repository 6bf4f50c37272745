import { isGiven } from "../rules/context.ts";
import { dayRead, isDate, type DayRead } from "../rules/dates.ts";
import { entryFields, type Entry } from "./entry.ts";

/** A date of the register that is not written as year-month-day, and the days that it may be. */
export interface OddDate {
  readonly entry: Entry;
  /** Its row in the file; of a file without rows, its place in the list. */
  readonly row: number;
  readonly column: string;
  readonly text: string;
  /** One: it is plain. Two: it is asked about. None: it is no date. */
  readonly days: readonly string[];
}

const dateFields = entryFields.filter(f => f.kind === "date").map(f => f.name);
const clock = /[T ]\d{1,2}:\d{2}.*$/;

/** Which is first, the day or the month, where some date of a column shows it and none shows the other. */
function shownOrder(read: readonly DayRead[]): keyof DayRead | undefined {
  const shows = (one: keyof DayRead, other: keyof DayRead) => read.some(r => r[one] !== undefined && r[other] === undefined);
  const [day, month] = [shows("dayFirst", "monthFirst"), shows("monthFirst", "dayFirst")];
  return day === month ? undefined : day ? "dayFirst" : "monthFirst";
}

/** Every date that cannot be read as it stands, by column: what is plain, or is shown by the rest of its column, has one day. */
export function oddDates(register: readonly Entry[], rows: readonly number[] = []): readonly OddDate[] {
  return dateFields.flatMap(column => {
    const odd = register.map((entry, index) => ({ entry, row: rows[index] ?? index + 1, text: String(entry[column] ?? "").trim() }))
      .filter(({ text }) => isGiven(text) && !isDate(text));
    const read = odd.map(o => (isDate(o.text.replace(clock, "")) ? same(o.text.replace(clock, "")) : dayRead(o.text.replace(clock, ""))));
    const order = shownOrder(read);
    return odd.map((o, index): OddDate => ({ ...o, column, days: daysOf(read[index]!, order) }));
  });
}

const same = (day: string): DayRead => ({ dayFirst: day, monthFirst: day });
function daysOf(read: DayRead, order: keyof DayRead | undefined): readonly string[] {
  const ordered = order && read[order];
  return ordered ? [ordered] : [...new Set([read.dayFirst, read.monthFirst].filter(d => d !== undefined))];
}

/** Writes a day where an odd date stands. */
export function settle({ entry, column }: OddDate, day: string): void {
  entry[column] = day;
}
