import { isRightToLeft, type Language } from "../texts/texts.ts";
import { readsFromRight, type Block, type Line, type Said } from "../document/block.ts";
import { h } from "./dom.ts";

const span = (said: Said): HTMLElement =>
  h("span", { lang: said.language || undefined, dir: said.text ? (readsFromRight(said) ? "rtl" : "ltr") : undefined, class: "rw-said" },
    said.text);
const line = (of: Line): HTMLElement[] => of.map(span);
const joined = (of: Line): (HTMLElement | string)[] => of.filter((said, i) => of.findIndex(s => s.text === said.text) === i)
  .flatMap((said, i) => [...(i > 0 ? [" / "] : []), h("bdi", { lang: said.language || undefined }, said.text)]);
const headCell = (head: Line): HTMLElement => h("th", { scope: "col" }, ...joined(head));

/** The letter as it will be on paper. Its headings stand below those of the page. */
export const letterView = (blocks: readonly Block[], base: Language): HTMLElement =>
  h("div", { class: "rw-letter", lang: base, dir: isRightToLeft(base) ? "rtl" : "ltr" }, ...blocks.map(element));

function element(block: Block): HTMLElement {
  switch (block.kind) {
    case "title": return h("p", { class: "rw-letter__title" }, ...joined(block.line));
    case "heading": return h("h4", { class: "rw-letter__heading" }, ...joined(block.line));
    case "mark": return h("p", { class: "rw-letter__mark" }, ...joined(block.line));
    case "text": return h("div", { class: `rw-letter__text${block.line.length > 1 ? " rw-letter__sides" : ""}` },
      ...(block.number ? [h("strong", {}, `${block.number} `)] : []), ...line(block.line));
    case "page": return h("hr", { class: "rw-letter__page" });
    case "pairs": return h("table", { class: "rw-letter__table" }, h("tbody", {}, ...block.rows.map(([label, value]) =>
      h("tr", {}, h("th", { scope: "row" }, ...joined(label)), h("td", { dir: "auto" }, value)))));
    case "table": return h("table", { class: "rw-letter__table" }, h("thead", {}, h("tr", {}, ...block.head.map(headCell))),
      h("tbody", {}, ...block.rows.map(row => h("tr", {}, ...row.map(text => h("td", { dir: "auto" }, text))))));
  }
}
