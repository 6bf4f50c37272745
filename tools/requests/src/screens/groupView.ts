import { group, type Field } from "../data/fields.ts";
import { typeOf } from "../data/types.ts";
import { leaveOffice, removeItem } from "../model/edit.ts";
import { items, type Item } from "../rules/context.ts";
import type { Finding } from "../rules/evaluate.ts";
import { say } from "../texts/texts.ts";
import { h, quiet } from "./dom.ts";
import { fieldView } from "./fieldView.ts";
import { put, state, text } from "./state.ts";

/** What a step shows of a group: all of it, or of what is asked for the kinds first and what each needs later. */
export interface GroupPlace {
  readonly id: string;
  readonly step: string;
  /** What is to be mended at a field, now. */
  readonly find: (path: string) => readonly Finding[];
  /** After a value changed: what is said at other fields follows. */
  readonly changed: () => void;
  /** After the form itself changed: it is drawn anew, and the focus goes where it is told to. */
  readonly redraw: (focus?: string) => void;
}

interface Shown {
  readonly said: string;
  readonly element: HTMLElement;
  readonly draw: () => HTMLElement;
}
const shown = new Map<string, Shown>();
const said = (of: readonly Finding[]): string => JSON.stringify(of);

export const forgetFields = (): void => shown.clear();
/** Draws those fields anew at which something else is to be said; the others, and the focus, stay. */
export function followFields(find: GroupPlace["find"]): void {
  for (const [path, { said: before, element, draw }] of shown) {
    if (said(find(path)) === before) continue;
    const focused = element.contains(document.activeElement) ? document.activeElement!.id : "";
    element.replaceWith(draw());
    if (focused) document.getElementById(focused)?.focus();
  }
}

export function groupView(place: GroupPlace): HTMLElement {
  const { id } = place;
  const title = text(`group.${id}`) !== text(`step.${place.step}`) && !["purpose", "details"].includes(place.step)
    && h("h2", { class: "govuk-heading-m" }, text(`group.${id}`));
  if (!group(id).list) return h("section", { class: "rw-group" }, title, ...fieldsOf(place, id, fieldsShown(place, {}), state.case[id] as Item ?? {}));
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
    const draw = (): HTMLElement => {
      const findings = place.find(path);
      const element = fieldView(field, {
        path, value: item[field.name], findings,
        change: value => {
          item[field.name] = value;
          put(path, value);
          if (path === "addressee.state") leaveOffice(state.case);
          if (field.kind === "type" || field.kind === "state") place.redraw(); else place.changed();
        },
      });
      shown.set(path, { said: said(findings), element, draw });
      return element;
    };
    return draw();
  });
}
