import { isGiven, type Value } from "../rules/context.ts";
import { daysBetween } from "../rules/dates.ts";
import { line } from "./csv.ts";
import type { Entry } from "./entry.ts";

export interface Cell {
  readonly direction: string;
  readonly counterpart: string;
  readonly type: string;
  readonly basis: string;
  readonly offenceGroup: string;
  readonly outcome: string;
  readonly ground: string;
  readonly n: number;
  readonly medianDays: number | null;
}
export interface Return {
  readonly format: "mla-return";
  readonly version: 1;
  readonly state: string;
  readonly year: string;
  readonly completeness: string;
  readonly cells: readonly Cell[];
}
const dimensions = ["direction", "counterpart", "type", "basis", "offenceGroup", "outcome", "ground"] as const;

const first = (value: Value): string => (Array.isArray(value) ? String(value[0] ?? "") : String(value ?? ""));
const begun = (e: Entry): string => first(e.direction === "IN" ? e.received : e.sent);

/** The numbers of a year: no reference, no name, no date of a case is in them. */
export function aggregate(register: readonly Entry[], state: string, year: string, completeness = "FULL"): Return {
  const found = new Map<string, { cell: Omit<Cell, "n" | "medianDays">; days: number[]; n: number }>();
  for (const entry of register.filter(e => begun(e).startsWith(year) && e.status !== "DRAFT")) {
    const cell = {
      direction: first(entry.direction), counterpart: first(entry.counterpart), type: first(entry.types), basis: first(entry.bases),
      offenceGroup: first(entry.offenceGroup), outcome: entry.status === "CLOSED" ? first(entry.outcome) : "", ground: first(entry.grounds),
    };
    const key = dimensions.map(d => cell[d]).join(" ");
    const sum = found.get(key) ?? { cell, days: [], n: 0 };
    sum.n++;
    if (isGiven(entry.closed)) sum.days.push(daysBetween(begun(entry), String(entry.closed)));
    found.set(key, sum);
  }
  const cells = [...found.keys()].sort().map(k => found.get(k)!).map(({ cell, days, n }) => ({ ...cell, n, medianDays: median(days) }));
  return { format: "mla-return", version: 1, state, year, completeness, cells };
}

function median(days: readonly number[]): number | null {
  const sorted = [...days].sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export const returnCsv = ({ cells }: Return): string =>
  `\uFEFF${[line([...dimensions, "n", "medianDays"]), ...cells.map(c => line([...dimensions.map(d => c[d]), c.n, c.medianDays]))].join("\r\n")}\r\n`;
