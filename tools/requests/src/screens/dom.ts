type Child = Node | string | undefined | false;
type Attributes = Record<string, string | number | boolean | undefined | ((event: Event) => void)>;

/** An element: "on…" is a listener, true an attribute without a value, false and undefined none. Text is only ever text. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...children: (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat().filter((c): c is Node | string => c !== undefined && c !== false));
  return element;
}

let isPressed = false;
let waiting: (() => void)[] = [];
addEventListener("pointerdown", () => {
  isPressed = true;
}, true);
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => void setTimeout(() => {
  isPressed = false;
  const ready = waiting;
  waiting = [];
  for (const go of ready) go();
}), true);
/**
 * Draws once the button is let go, or once the focus is where a key sends it: what is pressed or focused next is not taken away before,
 * for the click, or what is typed next, would be lost.
 */
export const whenLetGo = (draw: () => void): void => void (isPressed ? waiting.push(draw) : setTimeout(draw));

export const button = (text: string, onclick: () => void, kind = ""): HTMLButtonElement =>
  h("button", { type: "button", class: `govuk-button ${kind}`.trim(), onclick }, text);
export const quiet = (text: string, onclick: () => void): HTMLButtonElement => button(text, onclick, "govuk-button--secondary");
export const paragraph = (text: string, kind = "govuk-body"): HTMLElement => h("p", { class: kind }, text);
export const inset = (...children: (Child | readonly Child[])[]): HTMLElement => h("div", { class: "govuk-inset-text" }, ...children);
export const tag = (text: string, colour: string): HTMLElement => h("strong", { class: `govuk-tag govuk-tag--${colour}` }, text);

/** Hands a file to the person: it goes to the disk, and nowhere else. */
export function save(name: string, content: string | Uint8Array, type: string): void {
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export function fileInput(id: string, label: string, accept: string, opened: (text: string, name: string) => void): HTMLElement {
  const input = h("input", { type: "file", id, accept, class: "govuk-file-upload" });
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) void file.text().then(text => opened(text, file.name));
    input.value = "";
  });
  return h("div", { class: "govuk-form-group" }, h("label", { class: "govuk-label", for: id }, label), input);
}
