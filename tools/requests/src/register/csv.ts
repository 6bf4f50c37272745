import { isGiven, type Value } from "../rules/context.ts";
import { entryFields, type Entry } from "./entry.ts";

// What a spreadsheet would run as a formula is kept a text (OWASP, CSV injection).
const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quoted = (text: string): string => (/[",;\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
export const line = (values: readonly unknown[]): string => values.map(v => quoted(safe(String(v ?? "")))).join(",");

export const toCsv = (register: readonly Entry[]): string => `\uFEFF${[
  line(entryFields.map(f => f.name)),
  ...register.map(e => line(entryFields.map(f => (Array.isArray(e[f.name]) ? (e[f.name] as string[]).join(" ") : e[f.name])))),
].join("\r\n")}\r\n`;

/** Reads what toCsv wrote, and what spreadsheets make of it: their separators and quotes. */
export function fromCsv(text: string): readonly Entry[] {
  const plain = text.replace(/^\uFEFF/, "");
  const separator = (plain.split("\n")[0] ?? "").includes(";") ? ";" : ",";
  const [head = [], ...rows] = cells(plain, separator);
  if (!head.includes("caseRef")) throw new Error("register");
  return rows.filter(row => row.some(Boolean)).map(row => Object.fromEntries(entryFields.flatMap((field): [string, Value][] => {
    const value = (row[head.indexOf(field.name)] ?? "").replace(/^'(?=[=+\-@])/, "");
    if (!value) return [];
    if (field.kind === "many") return [[field.name, value.split(/[\s;]+/).filter(isGiven)]];
    return [[field.name, field.kind === "yes" ? value === "true" : value]];
  })));
}

function cells(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"\\r\\n${separator}]*))(${separator}|\\r?\\n|$)`, "gy");
  for (let match = cell.exec(text); match && (match[0] || cell.lastIndex < text.length); match = cell.exec(text)) {
    rows.at(-1)!.push(match[1]?.replace(/""/g, '"') ?? match[2] ?? "");
    if (match[3] !== separator && cell.lastIndex < text.length) rows.push([]);
    if (!match[3]) break;
  }
  return rows;
}
