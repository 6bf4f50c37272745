// Builds the pages' style sheet: node build.mjs TARGET.css
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import postcss from "postcss";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const notice = "/*! Parts of govuk-frontend 6.6.0, (c) Crown copyright (Government Digital Service), MIT licence: /assets/licences.txt */\n";

const side = { left: "inline-start", right: "inline-end", top: "block-start", bottom: "block-end" };
const corner = {
  "top-left": "start-start", "top-right": "start-end", "bottom-left": "end-start", "bottom-right": "end-end",
};

// Left and right become start and end, and the sheet serves both directions.
function logical(declaration) {
  const { prop, value } = declaration;
  if (/^(left|right)$/.test(prop)) declaration.prop = `inset-${side[prop]}`;
  else if (/^(margin|padding)-(left|right)$/.test(prop)) declaration.prop = prop.replace(/left|right/, s => side[s]);
  else if (/^border-(left|right)(-\w+)?$/.test(prop)) declaration.prop = prop.replace(/left|right/, s => side[s]);
  else if (/^border-(top|bottom)-(left|right)-radius$/.test(prop))
    declaration.prop = prop.replace(/(top|bottom)-(left|right)/, c => corner[c]);
  else if (/^(float|clear|text-align)$/.test(prop) && /^(left|right)$/.test(value))
    declaration.value = prop === "text-align" ? (value === "left" ? "start" : "end") : side[value];
  else if (/^(margin|padding)$/.test(prop)) unequal(declaration, prop);
  else if (/^border-(width|style|color)$/.test(prop)) unequal(declaration, prop.replace("border-", "border-*-"));
}

// Four values whose left and right differ are two declarations in logical words.
function unequal(declaration, prop) {
  const parts = postcss.list.space(declaration.value);
  if (parts.length !== 4 || parts[1] === parts[3]) return;
  const [top, right, bottom, left] = parts;
  const name = direction => (prop.includes("*") ? prop.replace("*", direction) : `${prop}-${direction}`);
  declaration.cloneBefore({ prop: name("block"), value: `${top} ${bottom}` });
  declaration.prop = name("inline");
  declaration.value = `${left} ${right}`;
}

const { css } = sass.compile(join(here, "hub.scss"), {
  style: "compressed", loadPaths: [here], quietDeps: true, logger: sass.Logger.silent,
});
const sheet = postcss([{ postcssPlugin: "logical", Declaration: logical }]).process(css, { from: undefined }).css;
writeFileSync(process.argv[2], notice + sheet.replace(/^\uFEFF|^@charset "UTF-8";/, ""));
