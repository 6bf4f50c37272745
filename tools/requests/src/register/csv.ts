import { codeOf, isState } from "../data/stateNames.ts";
import { vocabularies } from "../data/vocabularies.ts";
import type { Field } from "../data/fields.ts";
import { isGiven, type Value } from "../rules/context.ts";
import { entryFields, type Entry } from "./entry.ts";

// What a spreadsheet would run as a formula is kept a text (OWASP, CSV injection), full width too; so is what looks kept already,
// so that it comes back as it went.
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const safe = (text: string): string => (formula.test(text) ? `'${text}` : text);
const unkept = (cell: string): string => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell);
const quoted = (text: string): string => (/[",;\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
export const line = (values: readonly unknown[]): string => values.map(v => quoted(safe(String(v ?? "")))).join(",");

export const toCsv = (register: readonly Entry[]): string => `\uFEFF${[
  line(entryFields.map(f => f.name)),
  ...register.map(e => line(entryFields.map(f => (Array.isArray(e[f.name]) ? (e[f.name] as string[]).join(" ") : e[f.name])))),
].join("\r\n")}\r\n`;

/** A cell whose text the register does not know: in which row of the file, the head being the first, and in which column. */
export interface Unread {
  readonly row: number;
  readonly column: string;
  readonly text: string;
}
/** What stood in a file: its requests, the row of each, and what was not read. Dates of another form stay as they are (see dates.ts). */
export interface Table {
  readonly entries: Entry[];
  readonly rows: readonly number[];
  readonly unread: readonly Unread[];
}

/** Reads what toCsv wrote, and what spreadsheets make of it: their separators and quotes. */
export function fromCsv(text: string): Table {
  const plain = text.replace(/^\uFEFF/, "");
  const separator = [";", "\t"].find(s => (plain.split("\n")[0] ?? "").includes(s)) ?? ",";
  const table = cells(plain, separator);
  const [head = [], ...rows] = table.rows;
  const names = head.map(h => h.trim());
  if (!names.includes("caseRef")) throw new Error("register");
  const unread: Unread[] = names.filter(n => n && !entryFields.some(f => f.name === n)).map(n => ({ row: 1, column: n, text: n }));
  const found = rows.map((row, index) => ({ row, number: index + 2 })).filter(({ row }) => row.some(c => c.trim()));
  const entries = found.map(({ row, number }) => Object.fromEntries(entryFields.flatMap((field): [string, Value][] => {
    const cell = unkept((row[names.indexOf(field.name)] ?? "").trim());
    if (!cell) return [];
    const [value, odd] = valueOf(field, cell);
    unread.push(...odd.map(o => ({ row: number, column: field.name, text: o })));
    return [[field.name, value]];
  })));
  for (const { row, number } of found) {
    if (table.odd.has(number - 1)) unread.push({ row: number, column: "", text: row.join(separator) });
    // A cell that has no head above it.
    unread.push(...row.slice(names.length).filter(c => c.trim()).map(c => ({ row: number, column: "", text: c })));
  }
  return { entries, rows: found.map(f => f.number), unread };
}

// What no list knows stays as it was typed, and is said.
function valueOf(field: Field, cell: string): [value: Value, odd: readonly string[]] {
  const codes: readonly string[] | undefined = field.vocabulary && vocabularies[field.vocabulary];
  const odd = (values: readonly string[]) => (codes ? values.filter(v => !codes.includes(v)) : []);
  if (field.kind === "yes") return [cell.toLowerCase() === "true", /^(true|false)$/i.test(cell) ? [] : [cell]];
  if (field.kind === "state") return [codeOf(cell), isState(codeOf(cell)) ? [] : [cell]];
  if (field.kind !== "many") return [cell, odd([cell])];
  const values = cell.split(/[\s;]+/).filter(isGiven);
  return [values, odd(values)];
}

const closed = (separator: string) => new RegExp(`"((?:[^"]|"")*)"(${separator}|\\r?\\n|\\r|$)`, "y");
const open = (separator: string) => new RegExp(`([^\\r\\n${separator}]*)(${separator}|\\r?\\n|\\r|$)`, "y");

/** Every row of a table. A quote that opens or closes no cell is a sign like others, and its row is said to be odd: no row is lost. */
function cells(text: string, separator: string): { readonly rows: string[][]; readonly odd: ReadonlySet<number> } {
  const [rows, odd]: [string[][], Set<number>] = [[[]], new Set()];
  const [whole, bare] = [closed(separator), open(separator)];
  for (let at = 0; at < text.length;) {
    whole.lastIndex = bare.lastIndex = at;
    const quote = whole.exec(text);
    const [all = "", cell = "", end] = quote ?? bare.exec(text)!;
    if (!quote && cell.includes('"')) odd.add(rows.length - 1);
    rows.at(-1)!.push(quote ? cell.replace(/""/g, '"') : cell);
    at += all.length;
    if (end !== separator && at < text.length) rows.push([]);
  }
  return { rows, odd };
}
