export type Value = string | number | boolean | null | undefined | Value[] | { [name: string]: Value };
export type Item = { [name: string]: Value };

/** Everything that a rule may look at. Rules read no clock and no network. */
export interface Context {
  readonly case: Item;
  readonly today: string;
  /** The directory's package, where one is loaded: its days, the record as it stands in it, and what the addressee's State declared. */
  readonly package?: { readonly madeOn: string; readonly expires: string; readonly record?: Item; readonly state?: Item };
}
export interface Scope {
  readonly context: Context;
  readonly item?: Item;
}

export const isGiven = (value: Value): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== false && String(value).trim() !== "";
export const textOf = (value: Value): string => (isGiven(value) ? String(value) : "");
export const listOf = (value: Value): readonly string[] =>
  (Array.isArray(value) ? value.map(String) : isGiven(value) ? [String(value)] : []);
export const isItem = (value: unknown): value is Item => typeof value === "object" && value !== null && !Array.isArray(value);
const all = (value: Value): readonly Item[] => (Array.isArray(value) ? value.filter(isItem) : []);
export const items = (root: Item, name: string): readonly Item[] => all(root[name]);

/** ".x" is of the item that a rule looks at, "person.x" of the person it is about, "record.x" of the addressee's record. */
export function read(path: string, { context, item }: Scope): Value {
  if (path.startsWith(".")) return item?.[path.slice(1)];
  const [head = "", ...rest] = path.split(".");
  if (head === "person") return down(personOf(context.case, item), rest);
  if (head === "record") return down((context.case.addressee as Item | undefined)?.record, rest);
  if (head === "package") return down(context.package as Value, rest);
  return down(context.case[head], rest);
}

/** The rows that a path leads to. */
export const rows = (path: string, scope: Scope): readonly Item[] => all(read(path, scope));

function down(value: Value, path: readonly string[]): Value {
  return path.reduce<Value>((v, name) => (v && typeof v === "object" && !Array.isArray(v) ? v[name] : undefined), value);
}

function personOf(root: Item, item: Item | undefined): Item | undefined {
  return items(root, "persons")[Number(item?.person) - 1];
}

/** Every text that was typed, one after another; what came with the record is not the writer's. */
export function texts(value: Value, name = ""): readonly string[] {
  if (name === "record" || name === "meta") return [];
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(v => texts(v));
  return value && typeof value === "object" ? Object.keys(value).sort().flatMap(n => texts(value[n], n)) : [];
}
