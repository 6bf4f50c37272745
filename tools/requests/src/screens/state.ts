import { steps } from "../data/steps.ts";
import { evaluate, type Finding } from "../rules/evaluate.ts";
import { items, type Context, type Item, type Value } from "../rules/context.ts";
import { isLanguage, say, type Language } from "../texts/texts.ts";
import type { Entry } from "../register/entry.ts";
import type { Missing } from "../packages/packages.ts";

export type View = "start" | "write" | "register" | "practice";

/** Everything that the page knows. It lives as long as the page is open; what is to last is saved as a file. */
export interface State {
  view: View;
  step: string;
  language: Language;
  case: Item;
  rest: Item;
  register: Entry[];
  directory: Item | Missing | "none";
  laws: Item | Missing | "none";
  /** Steps that were left once: their findings stand at the fields. */
  readonly seen: Set<string>;
  sample?: { readonly id: string; readonly expected: readonly string[]; readonly day: string };
  message?: { readonly text: string; readonly isProblem: boolean };
  changed: boolean;
}

const preferred = navigator.languages.map(l => l.slice(0, 2)).find(isLanguage) ?? "en";
export const newCase = (language: Language): Item => ({ meta: { documentLanguage: language }, measures: [{}], bases: [{}], offences: [{}], events: [{}], persons: [{}] });
export const state: State = {
  view: "start", step: steps[0]!.id, language: preferred, case: newCase(preferred), rest: {}, register: [], directory: "none", laws: "none",
  seen: new Set(), changed: false,
};

export const text = (key: string, ...values: (string | number)[]): string => say("page", key, state.language, ...values);
export const today = (): string => {
  if (state.sample) return state.sample.day;
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
};

export function findings(): readonly Finding[] {
  const directory = typeof state.directory === "object" ? state.directory : undefined;
  const id = ((state.case.addressee as Item | undefined)?.record as Item | undefined)?.recordId;
  const record = directory && items(directory, "items").find(r => r.recordId === id);
  const context: Context = {
    case: { ...state.case, register: state.register }, today: today(),
    ...(directory ? { package: { madeOn: String(directory.madeOn).slice(0, 10), expires: String(directory.expires), ...(record ? { record } : {}) } } : {}),
  };
  return evaluate(context);
}

/** The step on which a finding is mended. */
export function stepOf(path: string): string {
  const [id = "", , field] = path.split(".");
  if (id === "measures") return field === "type" || field === undefined ? "purpose" : "details";
  if (id === "meta") return "export";
  return steps.find(s => s.groups.includes(id))?.id ?? (id === "register" ? "register" : "check");
}

export function put(path: string, value: Value): void {
  const names = path.split(".");
  let at: Item | Value[] = state.case;
  names.slice(0, -1).forEach((name, index) => {
    const list = /^\d+$/.test(names[index + 1]!);
    const here = at as Item;
    here[name] ??= list ? [] : {};
    at = here[name] as Item;
  });
  (at as Item)[names.at(-1)!] = value;
  state.changed = true;
}
