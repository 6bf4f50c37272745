import { sampleDay, samples, type Sample } from "../data/samples/index.ts";
import { steps } from "../data/steps.ts";
import { isPractice, practiceOf, type Workspace } from "../model/workspace.ts";
import { contextOf, type Missing } from "../packages/packages.ts";
import type { Unread } from "../register/csv.ts";
import type { OddDate } from "../register/dates.ts";
import type { Entry } from "../register/entry.ts";
import { evaluate, type Finding } from "../rules/evaluate.ts";
import type { Item, Value } from "../rules/context.ts";
import { isLanguage, say, type Language } from "../texts/texts.ts";

export type View = "start" | "write" | "register" | "practice";

/** Everything that the page knows. It lives as long as the page is open; what is to last is saved as a file. */
export interface State extends Workspace {
  view: View;
  language: Language;
  register: Entry[];
  registerChanged: boolean;
  /** Of the register that was opened last: dates of another form, and cells that were not read. */
  odd: readonly OddDate[];
  unread: readonly Unread[];
  directory: Item | Missing | "none";
  laws: Item | Missing | "none";
  message?: { readonly text: string; readonly isProblem: boolean };
  /** What is asked before something is lost. */
  question?: { readonly text: string; readonly label: string; readonly go: () => void };
}

// The language that the site was read in comes with the address.
const asked = new URLSearchParams(location.search).get("lang");
const preferred = [asked, ...navigator.languages].map(l => l?.slice(0, 2)).find(isLanguage) ?? "en";
export const newCase = (language: Language): Item =>
  ({ meta: { documentLanguage: language }, measures: [{}], bases: [{}], offences: [{}], events: [{}], persons: [{}] });
export const firstStep = steps[0]!.id;
export const state: State = {
  view: "start", step: firstStep, language: preferred, case: newCase(preferred), rest: {}, seen: new Set(), changed: false,
  register: [], registerChanged: false, odd: [], unread: [], directory: "none", laws: "none",
};

export const text = (key: string, ...values: (string | number)[]): string => say("page", key, state.language, ...values);
export const loaded = (of: State["directory"]): Item | undefined => (typeof of === "object" ? of : undefined);

export function realToday(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}
/** The day on which the request is written: practice cases have their own. */
export const today = (): string => (isPractice(state.case) ? sampleDay : realToday());
export const practised = (): Sample | undefined => samples.find(s => s.id === practiceOf(state.case));

export const findings = (): readonly Finding[] => evaluate(contextOf(state.case, today(), loaded(state.directory)));
/** What the rules find in one's own register: they look at nothing of the request that is open. */
export const registerFindings = (): readonly Finding[] =>
  evaluate({ case: { register: state.register }, today: realToday() }).filter(f => f.path.startsWith("register."));

/** The step on which a finding is mended. */
export function stepOf(path: string): string {
  const [id = "", , field] = path.split(".");
  if (id === "measures") return field === "type" || field === undefined ? "purpose" : "details";
  if (id === "meta") return "export";
  return steps.find(s => s.groups.includes(id))?.id ?? "check";
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
