import {
  Document, HeadingLevel, Packer, PageBreak, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType,
} from "docx";
import JSZip from "jszip";
import { isRightToLeft, type Language } from "../texts/texts.ts";
import { pieces, readsFromRight, type Block, type Line, type Said } from "./block.ts";

const tags: Readonly<Record<Language, string>> = { en: "en-GB", fr: "fr-FR", es: "es-ES", ar: "ar-SA", zh: "zh-CN", ru: "ru-RU" };
const width = 9600;

// Signs that no XML can hold, pasted from elsewhere: a file with one does not open.
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function runs({ text, language }: Said, base: Language, bold = false): TextRun[] {
  const tag = tags[language || base];
  return pieces(text.replace(unwritable, "")).flatMap(piece => piece.text.split("\n").map((line, index) => new TextRun({
    text: line, ...(bold ? { bold } : {}), ...(index > 0 ? { break: 1 } : {}), ...(piece.rightToLeft ? { rightToLeft: true } : {}),
    language: piece.rightToLeft ? { value: tag, bidirectional: tags.ar } : { value: tag, eastAsia: tags.zh },
  })));
}

const mirrored = (said: Said, base: Language) => (said.text ? readsFromRight(said) : isRightToLeft(base));
const paragraph = (said: Said, base: Language, more: object = {}, bold = false, number = ""): Paragraph => new Paragraph({
  ...more, ...(mirrored(said, base) ? { bidirectional: true } : {}), spacing: { after: 120 },
  children: [...(number ? [new TextRun({ text: `${number} `, bold: true })] : []), ...runs(said, base, bold)],
});

const cell = (line: Line, base: Language, share: number, head: boolean): TableCell => new TableCell({
  width: { size: Math.round(width * share), type: WidthType.DXA }, margins: { top: 60, bottom: 60, left: 90, right: 90 },
  ...(head ? { shading: { type: ShadingType.CLEAR, fill: "EEF1F4" } } : {}),
  children: line.map(said => paragraph(said, base, {}, head)),
});
const grid = (rows: TableRow[], base: Language, shares: readonly number[]): Table => new Table({
  rows, width: { size: width, type: WidthType.DXA }, columnWidths: shares.map(s => Math.round(width * s)), layout: TableLayoutType.FIXED,
  ...(isRightToLeft(base) ? { visuallyRightToLeft: true } : {}),
});
const gap = () => new Paragraph({ spacing: { after: 60 }, children: [] });

const markBorder = { border: { left: { style: "single", size: 24, space: 8, color: "8A1F1F" } } };

/** Two languages stand side by side; one fills the page. */
function sided(line: Line, base: Language, number = "", bold = false): (Paragraph | Table)[] {
  if (line.length === 1) return [paragraph(line[0]!, base, { keepNext: bold }, bold, number)];
  const cells = line.map((said, index) => new TableCell({
    width: { size: width / 2, type: WidthType.DXA }, children: [paragraph(said, base, {}, bold, index === 0 ? number : "")],
  }));
  return [grid([new TableRow({ children: cells })], base, [0.5, 0.5]), gap()];
}

const joined = (line: Line): Said => ({ text: [...new Set(line.map(s => s.text))].join(" / "), language: line[0]?.language ?? "" });

function element(block: Block, base: Language): (Paragraph | Table)[] {
  switch (block.kind) {
    case "title": return [paragraph(joined(block.line), base, { heading: HeadingLevel.HEADING_1 })];
    case "heading": return [paragraph(joined(block.line), base, { heading: HeadingLevel.HEADING_2, keepNext: true })];
    case "mark": return [paragraph(joined(block.line), base, markBorder, true)];
    case "text": return sided(block.line, base, block.number, /^M\d/.test(block.number ?? "") && block.line[0]?.language !== "");
    case "page": return [new Paragraph({ children: [new PageBreak()] })];
    case "pairs": return [grid(block.rows.map(([label, value]) => new TableRow({
      ...(value.length < 400 ? { cantSplit: true } : {}),
      children: [cell([joined(label)], base, 0.32, true), cell([{ text: value, language: "" }], base, 0.68, false)],
    })), base, [0.32, 0.68]), gap()];
    case "table": {
      const share = 1 / block.head.length;
      const row = (lines: readonly Line[], head: boolean) => new TableRow({
        ...(head ? { tableHeader: true } : {}), cantSplit: true,
        children: lines.map(line => cell(line.length > 1 ? [joined(line)] : line, base, share, head)),
      });
      const rows = block.rows.map(r => row(r.map(text => [{ text, language: "" }]), false));
      return [grid([row(block.head, true), ...rows], base, block.head.map(() => share)), gap()];
    }
  }
}

/** The letter as a Word file: headings, table heads and languages are marked as what they are; no author, no time but the day. */
export async function toDocx(blocks: readonly Block[], base: Language, day: string): Promise<Uint8Array> {
  const language = { value: tags[base], eastAsia: tags.zh, bidirectional: tags.ar };
  const document = new Document({
    styles: { default: { document: { run: { font: "Arial", size: 21, language } },
      heading1: { run: { size: 32, bold: true, color: "000000" }, paragraph: { spacing: { before: 120, after: 200 } } },
      heading2: { run: { size: 25, bold: true, color: "000000" }, paragraph: { spacing: { before: 280, after: 120 } } } } },
    sections: [{
      properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
      children: blocks.flatMap(b => element(b, base)),
    }],
  });
  return settled(await Packer.toArrayBuffer(document), day);
}

const core = (day: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
<dcterms:created xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:created></cp:coreProperties>`;

// What says who made it and when is taken out, so that the same letter is the same file.
async function settled(bytes: ArrayBuffer, day: string): Promise<Uint8Array> {
  const [made, target] = [await JSZip.loadAsync(bytes), new JSZip()];
  const date = new Date(`${day}T00:00:00Z`);
  for (const name of Object.keys(made.files).filter(n => !made.files[n]!.dir).sort()) {
    const content = name === "docProps/core.xml" ? core(day) : await made.files[name]!.async("uint8array");
    target.file(name, content, { date, createFolders: false });
  }
  return target.generateAsync({ type: "uint8array", compression: "DEFLATE", platform: "DOS" });
}
