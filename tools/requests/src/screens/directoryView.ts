import { asPackage, fetchPackage, isExpired } from "../packages/packages.ts";
import { items, type Item } from "../rules/context.ts";
import { fileInput, h, inset, paragraph, quiet, save } from "./dom.ts";
import { state, text, today } from "./state.ts";

let redraw: () => void = () => {};
export const onDirectory = (draw: () => void): void => {
  redraw = draw;
};
const isServed = location.protocol.startsWith("http");

/** Asks the own site once for both packages; from a disk there is nobody to ask. */
export async function loadPackages(): Promise<void> {
  if (!isServed) return;
  state.directory = await fetchPackage("/api/directory/package");
  state.laws = await fetchPackage("/api/laws/package");
  redraw();
}

/** Which directory there is, until when it holds, or why there is none and what then is not known. */
export function directoryState(): HTMLElement {
  const directory = state.directory;
  if (typeof directory === "object") return h("div", {}, paragraph(
    text("directory.loaded", items(directory, "items").length, String(directory.sequence), String(directory.madeOn).slice(0, 10), String(directory.expires).slice(0, 10))),
  isExpired(directory, today()) && inset(text("directory.expired", String(directory.expires).slice(0, 10))),
  h("div", { class: "govuk-button-group" },
    quiet(text("directory.keep"), () => save("directory-package.json", JSON.stringify(directory), "application/json")),
    quiet(text("directory.forget"), () => {
      state.directory = "none";
      redraw();
    })));
  return h("div", {}, inset(text(`directory.${directory}`)), h("details", { class: "govuk-details" },
    h("summary", { class: "govuk-details__summary" }, h("span", { class: "govuk-details__summary-text" }, text("directory.other"))),
    h("div", { class: "govuk-details__text" }, fileInput("directory-file", text("directory.file"), ".json,application/json", opened),
      isServed && quiet(text("directory.load"), () => void loadPackages()))));
}

function opened(file: string): void {
  let found: Item | undefined;
  try {
    found = asPackage(JSON.parse(file));
  } catch {
    found = undefined;
  }
  if (found) state.directory = found;
  state.message = { text: text(found ? "directory.opened" : "directory.notOne"), isProblem: !found };
  redraw();
}
