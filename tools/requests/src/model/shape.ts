import { groups, type Field } from "../data/fields.ts";
import { typeOf } from "../data/types.ts";
import { isItem, type Item, type Value } from "../rules/context.ts";

/** What was brought into shape, and where something was taken out because it had another. */
export interface Shaped {
  readonly item: Item;
  readonly removed: readonly string[];
}
type Check = (value: Value, path: string, removed: string[]) => Value;
const deepest = 40;
const largest = 1e15;

const isScalar = (value: Value): boolean =>
  typeof value === "string" || (typeof value === "number" && Number.isFinite(value) && Math.abs(value) < largest);
const gone = (path: string, removed: string[]): undefined => {
  removed.push(path);
  return undefined;
};
const when = (fits: (value: Value) => boolean): Check => (value, path, removed) => (fits(value) ? value : gone(path, removed));

const scalar = when(isScalar);
const flag = when(v => typeof v === "boolean");
const choices: Check = (value, path, removed) => {
  if (isScalar(value)) return [value];
  if (!Array.isArray(value)) return gone(path, removed);
  return value.filter((v, index) => isScalar(v) || gone(`${path}.${index}`, removed));
};
const list = (check: Check): Check => (value, path, removed) => (Array.isArray(value)
  ? value.flatMap((v, index) => {
    const kept = isItem(v) ? check(v, `${path}.${index}`, removed) : gone(`${path}.${index}`, removed);
    return kept === undefined ? [] : [kept];
  }) : gone(path, removed));

/** An object whose known fields have their shape; what is not known of it stays as it is, unless it is nested without end. */
const object = (known: (of: Item) => ReadonlyMap<string, Check>): Check => (value, path, removed) => {
  if (!isItem(value)) return gone(path, removed);
  const checks = known(value);
  return Object.fromEntries(Object.entries(value).flatMap(([name, v]): [string, Value][] => {
    const check = checks.get(name) ?? (nests(v, deepest) ? when(() => false) : (x: Value) => x);
    // Where a value is known, none and null are one.
    const kept = v === null && checks.has(name) ? undefined : check(v, path ? `${path}.${name}` : name, removed);
    return kept === undefined ? [] : [[name, kept]];
  }));
};
const nests = (value: Value, levels: number): boolean =>
  typeof value === "object" && value !== null && (levels === 0 || Object.values(value).some(v => nests(v, levels - 1)));

const ofField = ({ kind }: Field): Check => (kind === "yes" ? flag : kind === "many" ? choices : scalar);
const named = (fields: readonly Field[]): [string, Check][] => fields.map(f => [f.name, ofField(f)]);
const all = (check: Check, names: string): [string, Check][] => names.split(" ").map(name => [name, check]);
const anything = object(() => new Map());
const texts = object(of => new Map(all(scalar, Object.keys(of).join(" "))));

// What is read of a record of the directory, by the hub's contract (test/contract.json).
const record = object(() => new Map<string, Check>([
  ...all(scalar, "recordId version state status timeZone publicHolidays interpolAccepted dualCriminality timeLimits legalSummary"),
  ...all(scalar, "extraditionOfNationals lastChangedOn lastConfirmedOn"),
  ...all(choices, "languagesSpoken languagesOfRequests requiredDocuments acceptedFormats"),
  ...all(texts, "authorityName requiredInformation"),
  ...all(list(anything), "designations phones fax emails secureChannels officeHours acceptedChannels temporaryNotices lawLinks"),
  ...all(anything, "contactPerson urgentProcedure"), ["postalAddress", object(() => new Map([["lines", choices]]))],
]));
const meta = object(() => new Map([...all(scalar, "documentLanguage secondLanguage practice"), ["directory", texts]]));

const groupShape = (id: string, fields: readonly Field[]): Check => object(of => {
  const checks = new Map(named(id === "measures" ? [...fields, ...(typeOf(of.type)?.fields ?? [])] : fields));
  return id === "addressee" ? checks.set("record", record) : checks;
});
const caseShape = object(() => new Map<string, Check>([
  ...groups.map(({ id, fields, list: isList }): [string, Check] => [id, isList ? list(groupShape(id, fields)) : groupShape(id, fields)]),
  ["meta", meta], ["register", list(anything)],
]));

const shape = (check: Check) => (of: Item): Shaped => {
  const removed: string[] = [];
  return { item: (check(of, "", removed) ?? {}) as Item, removed };
};

/** A case in the shape that the page reads. */
export const shapedCase = shape(caseShape);
/** What else stands in a draft: kept, unless it is nested without end. */
export const shapedRest = shape(anything);
/** A record of the directory in the shape that the page reads. */
export const shapedRecord = (of: Item): Item => shape(record)(of).item;
/** A row of fields, as the register has them. */
export const shapedRow = (of: Item, fields: readonly Field[]): Shaped => shape(object(() => new Map(named(fields))))(of);
