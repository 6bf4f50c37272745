import { isUnsaved } from "../model/workspace.ts";
import { state, text } from "./state.ts";

export type Redraw = (focus?: string) => void;
/** Where the question stands on the page. */
export const questionId = "question";

function ask(is: boolean, question: string, label: string, go: () => void, redraw: Redraw): void {
  if (!is) return go();
  state.question = { text: question, label, go };
  redraw(questionId);
}

/** Does what takes the place of one's own request, after a question where something of it is in no file. */
export const overDraft = (go: () => void, redraw: Redraw): void => ask(isUnsaved(state), text("ask.draft"), text("ask.go"), go, redraw);
/** The same for one's own register. */
export const overRegister = (go: () => void, redraw: Redraw): void =>
  ask(state.registerChanged && state.register.length > 0, text("ask.register"), text("ask.go"), go, redraw);
export const overEntry = (go: () => void, redraw: Redraw): void => ask(true, text("ask.entry"), text("register.delete"), go, redraw);

/** Whether closing the page loses something. */
export const wouldLose = (): boolean => isUnsaved(state) || state.registerChanged;
