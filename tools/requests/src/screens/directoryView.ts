import { asDirectory, asLaws, fetchPackage, isExpired, lastDay, type PackageAddress } from "../packages/packages.ts";
import { items, type Item } from "../rules/context.ts";
import { fileInput, h, inset, paragraph, quiet, save } from "./dom.ts";
import { loaded, realToday, state, text } from "./state.ts";

/** What the page has beside the case, each whole: the directory, and the library of laws. */
type Package = "directory" | "laws";
const addresses: Readonly<Record<Package, PackageAddress>> = { directory: "/api/directory/package", laws: "/api/laws/package" };
const reading: Readonly<Record<Package, (value: unknown) => Item | undefined>> = { directory: asDirectory, laws: asLaws };

let redraw: () => void = () => {};
export const onPackages = (draw: () => void): void => {
  redraw = draw;
};
const isServed = location.protocol.startsWith("http");

/** Asks the own site once for both packages; from a disk there is nobody to ask. */
export async function loadPackages(): Promise<void> {
  if (!isServed) return;
  await Promise.all((["directory", "laws"] as const).map(load));
  redraw();
}

async function load(name: Package): Promise<void> {
  state[name] = await fetchPackage(addresses[name]);
}

/** Which directory there is, until when it holds, or why there is none and what then is not known. */
export function directoryState(): HTMLElement {
  const of = loaded(state.directory);
  return packageState("directory", of && text(
    "directory.loaded", items(of, "items").length, String(of.sequence), String(of.madeOn).slice(0, 10), lastDay(of)));
}
/** The same of the library of laws. */
export function lawsState(): HTMLElement {
  const of = loaded(state.laws);
  return packageState("laws", of && text("laws.loaded", items(of, "laws").length, String(of.generatedAt).slice(0, 10), lastDay(of)));
}

function packageState(name: Package, said: string | undefined): HTMLElement {
  const of = loaded(state[name]);
  if (!of || said === undefined) return absent(name);
  return h("div", {}, paragraph(said), isExpired(of, realToday()) && inset(text(`${name}.expired`, lastDay(of))),
    h("div", { class: "govuk-button-group" },
      quiet(text("directory.keep"), () => save(`${name}-package.json`, JSON.stringify(of), "application/json")),
      quiet(text("directory.forget"), () => {
        state[name] = "none";
        redraw();
      })));
}

function absent(name: Package): HTMLElement {
  const signIn = isServed && state[name] === "notAllowed"
    && h("p", {}, h("a", { class: "govuk-link", href: "/sign-in", target: "_blank", rel: "noopener" }, text("directory.signIn")));
  return h("div", {}, inset(text(`${name}.${String(state[name])}`), signIn), h("details", { class: "govuk-details" },
    h("summary", { class: "govuk-details__summary" }, h("span", { class: "govuk-details__summary-text" }, text(`${name}.other`))),
    h("div", { class: "govuk-details__text" },
      fileInput(`${name}-file`, text(`${name}.file`), ".json,application/json", file => opened(name, file)),
      isServed && quiet(text("directory.load"), () => void load(name).then(redraw)))));
}

function opened(name: Package, file: string): void {
  let found: Item | undefined;
  try {
    found = reading[name](JSON.parse(file));
  } catch {
    found = undefined;
  }
  if (found) state[name] = found;
  state.message = { text: text(found ? `${name}.opened` : `${name}.notOne`), isProblem: !found };
  redraw();
}
