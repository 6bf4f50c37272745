import { textOf, type Value } from "../rules/context.ts";
import { daysBetween, isDate } from "../rules/dates.ts";
import { line } from "./csv.ts";
import type { Entry } from "./entry.ts";

/** Counts below this are not said, unless somebody asks for all: few cases are known again by those who worked on them. */
export const usualThreshold = 5;

export interface Cell {
  readonly direction: string;
  readonly counterpart: string;
  readonly type: string;
  readonly basis: string;
  readonly offenceGroup: string;
  readonly outcome: string;
  readonly ground: string;
  /** A number, or "<5". */
  readonly n: number | string;
  readonly medianDays: number | null;
}
export interface Return {
  readonly format: "mla-return";
  readonly version: 2;
  readonly state: string;
  readonly year: string;
  readonly completeness: string;
  /** Counts below it are hidden; 1 where none is. */
  readonly threshold: number;
  /** Made of what is shown alone, so that no hidden count can be computed from it: from as few to as many as there may be. */
  readonly total: { readonly from: number; readonly to: number };
  readonly cells: readonly Cell[];
}
const dimensions = ["direction", "counterpart", "type", "basis", "offenceGroup", "outcome", "ground"] as const;

const first = (value: Value): string => textOf(Array.isArray(value) ? value[0] : value);
const begun = (e: Entry): string => first(e.direction === "IN" ? e.received : e.sent);

/** The numbers of a year: no reference, no name, no date of a case is in them, and no count that is small. */
export function aggregate(register: readonly Entry[], state: string, year: string, threshold = usualThreshold): Return {
  const found = new Map<string, { cell: Omit<Cell, "n" | "medianDays">; days: number[]; n: number }>();
  for (const entry of register.filter(e => begun(e).startsWith(year) && e.status !== "DRAFT")) {
    const cell = {
      direction: first(entry.direction), counterpart: first(entry.counterpart), type: first(entry.types), basis: first(entry.bases),
      offenceGroup: first(entry.offenceGroup), outcome: entry.status === "CLOSED" ? first(entry.outcome) : "", ground: first(entry.grounds),
    };
    const key = dimensions.map(d => cell[d]).join("\n");
    const sum = found.get(key) ?? { cell, days: [], n: 0 };
    sum.n++;
    if (isDate(entry.closed) && isDate(begun(entry))) sum.days.push(daysBetween(begun(entry), entry.closed));
    found.set(key, sum);
  }
  const sums = [...found.keys()].sort().map(k => found.get(k)!);
  const isSmall = (n: number) => n < threshold;
  const cells = sums.map(({ cell, days, n }): Cell =>
    (isSmall(n) ? { ...cell, n: `<${threshold}`, medianDays: null } : { ...cell, n,
      medianDays: isSmall(days.length) ? null : median(days) }));
  return { format: "mla-return", version: 2, state, year, completeness: "FULL", threshold, total: totalOf(cells, threshold), cells };
}

function totalOf(cells: readonly Cell[], threshold: number): Return["total"] {
  const shown = cells.reduce((sum, { n }) => sum + (typeof n === "number" ? n : 0), 0);
  const hidden = cells.filter(({ n }) => typeof n !== "number").length;
  return { from: shown + hidden, to: shown + hidden * (threshold - 1) };
}

function median(days: readonly number[]): number | null {
  const sorted = [...days].sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export const returnCsv = ({ cells }: Return): string => {
  const columns = [...dimensions, "n", "medianDays"] as const;
  return `\uFEFF${[line(columns), ...cells.map(c => line(columns.map(name => c[name])))].join("\r\n")}\r\n`;
};
