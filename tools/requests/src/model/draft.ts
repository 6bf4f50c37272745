import { groups } from "../data/fields.ts";
import { typeOf } from "../data/types.ts";
import { isItem, items, type Item } from "../rules/context.ts";
import { shapedCase, shapedRest } from "./shape.ts";

export const format = "mla-draft";
export const version = 1;

export interface Draft {
  readonly case: Item;
  /** What else stood in the file: it is written back. */
  readonly rest: Item;
  /** Names of fields that this version does not know; they are kept. */
  readonly unknown: readonly string[];
  /** Places at which something had a shape that cannot be read; it was taken out. */
  readonly removed: readonly string[];
  readonly isNewer: boolean;
}
export type DraftFault = "cutOff" | "notDraft" | "wrongPassphrase" | "wrongOrChanged" | "damagedLock" | "newerLock";
/** A file that cannot be opened; why stands in the texts under draft.FAULT. */
export class DraftError extends Error {
  constructor(readonly fault: DraftFault) {
    super(fault);
  }
}

const known = new Set(["meta", "register"]);

/** The file: one order of names, so that the same draft is the same bytes. */
export const write = (draft: Pick<Draft, "case"> & Partial<Draft>): string =>
  `${JSON.stringify(ordered({ version, ...draft.rest, format, case: draft.case }), null, 1)}\n`;

export function read(text: string): Draft {
  const { format: named, case: of, ...rest } = parse(text);
  if (named !== format || typeof rest.version !== "number" || !isItem(of)) throw new DraftError("notDraft");
  const { item, removed } = shapedCase(of);
  const other = shapedRest(rest);
  return {
    case: item, rest: other.item, unknown: unknownFields(item), removed: [...removed, ...other.removed], isNewer: rest.version > version,
  };
}

export function parse(text: string): Item {
  try {
    const file = JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
    if (isItem(file)) return file;
  } catch {
    throw new DraftError("cutOff");
  }
  throw new DraftError("notDraft");
}

function unknownFields(of: Item): readonly string[] {
  return Object.keys(of).sort().flatMap(name => {
    const group = groups.find(g => g.id === name);
    if (!group) return known.has(name) ? [] : [name];
    const rows = group.list ? items(of, name) : [isItem(of[name]) ? of[name] : {}];
    return [...new Set(rows.flatMap(row => Object.keys(row).filter(f => !isKnown(group.id, row, f)).map(f => `${name}.${f}`)))];
  });
}

function isKnown(group: string, row: Item, name: string): boolean {
  const own = groups.find(g => g.id === group)!.fields.some(f => f.name === name);
  return own || (group === "addressee" && name === "record")
    || (group === "measures" && (typeOf(row.type)?.fields.some(f => f.name === name) ?? false));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  return isItem(value) ? Object.fromEntries(Object.keys(value).sort().map(name => [name, ordered(value[name])])) : value;
}
