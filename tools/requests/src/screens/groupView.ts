import { group, type Field } from "../data/fields.ts";
import { typeOf } from "../data/types.ts";
import { leaveOffice, removeItem } from "../model/edit.ts";
import { isItem, items, type Item, type Value } from "../rules/context.ts";
import type { Finding } from "../rules/evaluate.ts";
import { say } from "../texts/texts.ts";
import { h, paragraph, quiet, whenLetGo } from "./dom.ts";
import { doubtOf, fieldView } from "./fieldView.ts";
import { put, state, text } from "./state.ts";

/** What a step shows of a group: all of it, or of what is asked for the kinds first and what each needs later. */
export interface GroupPlace {
  readonly id: string;
  readonly step: string;
  /** What is to be mended at a field, now. */
  readonly find: (path: string) => readonly Finding[];
  readonly isNeeded: (path: string) => boolean;
  /** After a value changed: what is said at other fields follows. */
  readonly changed: () => void;
  /** After the form itself changed: it is drawn anew, and the focus goes where it is told to. */
  readonly redraw: (focus?: string) => void;
}

interface Shown {
  /** What is said at the field now: the findings, and what its value may mean. */
  readonly says: () => string;
  readonly said: string;
  readonly element: HTMLElement;
  readonly draw: () => HTMLElement;
}
const shown = new Map<string, Shown>();

export const forgetFields = (): void => shown.clear();
/** Draws those fields anew at which something else is to be said; the others, and the focus, stay. */
export function followFields(): void {
  for (const { says, said, element, draw } of shown.values()) {
    if (says() === said) continue;
    const focused = element.contains(document.activeElement) ? document.activeElement!.id : "";
    element.replaceWith(draw());
    if (focused) document.getElementById(focused)?.focus();
  }
}

export function groupView(place: GroupPlace): HTMLElement {
  const { id } = place;
  const title = text(`group.${id}`) !== text(`step.${place.step}`) && !["purpose", "details"].includes(place.step)
    && h("h2", { class: "govuk-heading-m" }, text(`group.${id}`));
  const hint = id === "asks" && paragraph(text("asks.hint"), "govuk-hint");
  if (!group(id).list) {
    const item = isItem(state.case[id]) ? state.case[id] : {};
    return h("section", { class: "rw-group" }, title, hint, ...fieldsOf(place, id, fieldsShown(place, {}), item));
  }
  const rows = items(state.case, id);
  return h("section", { class: "rw-group" }, title, ...rows.map((item, index) => row(place, item, index, rows.length)),
    ...(place.step === "details" ? [] : [quiet(text("add", text(`one.${id}`)), () => {
      put(`${id}.${rows.length}`, {});
      place.redraw(`${id}.${rows.length}.${fieldsShown(place, {})[0]!.name}`);
    })]));
}

function fieldsShown({ id, step }: GroupPlace, item: Item): readonly Field[] {
  const own = group(id).fields;
  if (id !== "measures") return own;
  if (step === "purpose") return own.filter(f => f.name === "type");
  return [...own.filter(f => f.name !== "type"), ...(typeOf(item.type)?.fields ?? [])];
}

function row(place: GroupPlace, item: Item, index: number, count: number): HTMLElement {
  const { id, step } = place;
  const name = id === "measures" && step === "details" && item.type ? say("word", String(item.type), state.language) : text(`one.${id}`);
  const remove = step !== "details" && count > 0 && h("button", {
    type: "button", class: "hub-link-button rw-remove", onclick: () => {
      removeItem(state.case, id, index);
      state.changed = true;
      place.redraw();
    },
  }, text("remove", `${name} ${index + 1}`));
  return h("fieldset", { class: "govuk-fieldset rw-item" },
    h("legend", { class: "govuk-fieldset__legend govuk-fieldset__legend--s" }, `${index + 1}. ${name}`),
    ...fieldsOf(place, `${id}.${index}`, fieldsShown(place, item), item), remove);
}

function fieldsOf(place: GroupPlace, prefix: string, fields: readonly Field[], item: Item): HTMLElement[] {
  return fields.map(field => {
    const path = `${prefix}.${field.name}`;
    const says = () => JSON.stringify([place.find(path), doubtOf(field, item[field.name]), place.isNeeded(path)]);
    const change = (value: Value): void => {
      item[field.name] = value;
      put(path, value);
      if (path === "addressee.state") leaveOffice(state.case);
      whenLetGo(() => {
        if (!shown.get(path)?.element.isConnected) return;
        if (field.kind === "type" || field.kind === "state") place.redraw(); else place.changed();
      });
    };
    const draw = (): HTMLElement => {
      const [value, findings, isNeeded] = [item[field.name], place.find(path), place.isNeeded(path)];
      const element = fieldView(field, { path, value, findings, change, isNeeded });
      shown.set(path, { says, said: says(), element, draw });
      return element;
    };
    return draw();
  });
}
