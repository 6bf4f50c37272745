import type { Sample } from "../data/samples/index.ts";
import { isGiven, isItem, type Item } from "../rules/context.ts";

/** A request that somebody is writing, and where they are in it. */
export interface Work {
  case: Item;
  rest: Item;
  step: string;
  /** Whether something of it is in no file yet. */
  changed: boolean;
  /** Steps that were left once: their findings stand at the fields. */
  seen: Set<string>;
}
/** The request that is open; while somebody practises, their own one waits. */
export interface Workspace extends Work {
  own?: Work;
}

/** A practice case says so itself: saved as a file and opened again, it is one still. */
export const practiceOf = (of: Item): string => {
  const id = isItem(of.meta) ? of.meta.practice : undefined;
  return isGiven(id) ? String(id) : "";
};
export const isPractice = (of: Item): boolean => practiceOf(of) !== "";
export const practiceCase = ({ id, case: of }: Sample): Item => {
  const copy = structuredClone(of);
  return { ...copy, meta: { ...(isItem(copy.meta) ? copy.meta : {}), practice: id } };
};

/** Whether one's own request would be lost, wholly or in part. */
export const isUnsaved = (space: Workspace): boolean => space.own?.changed ?? (space.changed && !isPractice(space.case));

const workOf = ({ case: of, rest, step, changed, seen }: Work): Work => ({ case: of, rest, step, changed, seen });
const put = (space: Workspace, work: Work): void => void Object.assign(space, workOf(work));

/** Begins with a case: one's own takes the place of one's own, a practice case of none. */
export function begin(space: Workspace, of: Item, step: string, rest: Item = {}): void {
  if (!isPractice(of)) delete space.own;
  else if (!isPractice(space.case)) space.own = workOf(space);
  put(space, { case: of, rest, step, changed: false, seen: new Set() });
}

/** Goes back to one's own request, as it was. */
export function leavePractice(space: Workspace, otherwise: Item, step: string): void {
  put(space, space.own ?? { case: otherwise, rest: {}, step, changed: false, seen: new Set() });
  delete space.own;
}
