import { countryName, isNamedIn } from "../data/states.ts";
import { isPractice } from "../model/workspace.ts";
import { errors, type Finding } from "../rules/evaluate.ts";
import { isGiven, items, type Item } from "../rules/context.ts";
import { isLanguage, say, type Language } from "../texts/texts.ts";
import { both, label, letter as words, plain, type Block, type Voice } from "./block.ts";
import { sections, type Letter } from "./letters.ts";
import { part, section, type Writing } from "./sections.ts";
import { day } from "./values.ts";
import { basisName, whatIsWrong } from "./names.ts";

export const voiceOf = (of: Item): Voice => {
  const meta = part(of, "meta");
  return {
    first: isLanguage(meta.documentLanguage) ? meta.documentLanguage : "en",
    ...(isLanguage(meta.secondLanguage) ? { second: meta.secondLanguage } : {}),
  };
};

/** A letter, whole: the same case, day and findings make the same letter. */
export function compose(of: Item, letter: Letter, findings: readonly Finding[], today: string): readonly Block[] {
  const writing: Writing = { of, voice: voiceOf(of), letter };
  return [
    ...head(writing, findings, today), ...sections[letter.template].flatMap(name => section[name]!(writing)),
    ...foot(writing, today), ...check(writing, findings),
  ];
}

function head({ of, voice, letter }: Writing, findings: readonly Finding[], today: string): readonly Block[] {
  const [from, to, secrecy] = [part(of, "requesting"), part(of, "addressee"), part(of, "secrecy").level];
  const urgency = part(of, "time").urgency;
  const kinds = (l: Language) => [...new Set(letter.measures.map(m => say("word", String(m.type), l)))].join("; ");
  const bases = (l: Language) => items(of, "bases").map(b => basisName(b, l)).join("; ");
  const marks = [secrecy, urgency].filter(m => isGiven(m) && m !== "NORMAL").map(String);
  return [
    ...(errors(findings) > 0 ? [{ kind: "mark", line: words(voice, "letter.draft", errors(findings)) } as const] : []),
    ...(isPractice(of) ? [{ kind: "mark", line: words(voice, "letter.practice") } as const] : []),
    ...marks.map((m): Block => ({ kind: "mark", line: both(voice, l => say("word", m, l)) })),
    { kind: "title", line: both(voice, l => say("letter", "letter.title", l, kinds(l))) },
    { kind: "pairs", rows: [
      ...([["letter.requesting", from], ["letter.requested", to]] as const).map(([key, of]) =>
        [words(voice, key), countryName(String(of.state), voice.first)] as const).filter(([, name]) => name),
      [words(voice, "letter.from"), address(from, voice.first)], [words(voice, "letter.to"), address(to, voice.first)],
      ...["channel", "territory", "copyTo"].filter(n => isGiven(to[n])).map(n =>
        [label(voice, n), n === "channel" ? say("word", String(to[n]), voice.first) : String(to[n])] as const),
      [label(voice, "reference"), String(from.reference ?? "")], [label(voice, "date"), day(today, voice.first)],
    ] },
    { kind: "text", line: both(voice, l => say("letter", "letter.opening", l, officeOf(from, l), officeOf(to, l),
      bases(l) || "…")) },
  ];
}

// Whose office it is stands beside it where its own name does not say so.
function officeOf(of: Item, language: Language): string {
  const office = isGiven(of.office) ? String(of.office) : "…";
  const state = countryName(String(of.state), language);
  return !state || isNamedIn(office, String(of.state)) ? office : `${office} (${state})`;
}

// Office and address, with the State and the office's mailbox where the address does not name them.
function address(of: Item, language: Language): string {
  const lines = [of.office, of.address].filter(isGiven).map(String).join("\n");
  const state = isGiven(of.state) && !isNamedIn(lines, String(of.state)) ? countryName(String(of.state), language) : "";
  const email = isGiven(of.email) && !lines.includes(String(of.email)) ? String(of.email) : "";
  return [lines, state, email].filter(Boolean).join("\n");
}

function foot({ of, voice }: Writing, today: string): readonly Block[] {
  const from = part(of, "requesting");
  const contact = ["office", "email", "phone", "timeZone"].filter(n => isGiven(from[n]));
  const attachments = items(of, "attachments");
  return [
    { kind: "heading", line: words(voice, "letter.contact") },
    { kind: "pairs", rows: contact.map(n => [label(voice, n), String(from[n])] as const) },
    ...(attachments.length > 0 ? [
      { kind: "heading", line: words(voice, "letter.attachments") } as const,
      { kind: "table" as const, head: [plain("№"), ...["title", "language", "translatedFrom", "certified"].map(n => label(voice, n))],
        rows: attachments.map((a, i) => [String(i + 1), String(a.title ?? ""), ...["language", "translatedFrom"].map(n =>
          isGiven(a[n]) ? say("word", String(a[n]), voice.first) : ""), a.certified ? say("page", "yes", voice.first) : ""]) },
    ] : []),
    { kind: "heading", line: words(voice, "letter.signature") },
    { kind: "pairs", rows: [[label(voice, "place"), String(from.place ?? "")], [label(voice, "date"), day(today, voice.first)],
      [label(voice, "signatory"), String(from.signatory ?? "")], [words(voice, "letter.seal"), "\n\n"]] },
  ];
}

// The last page is for the writer: what the rules found, and with which directory.
function check({ of, voice }: Writing, findings: readonly Finding[]): readonly Block[] {
  const used = part(part(of, "meta"), "directory");
  return [
    { kind: "page" }, { kind: "heading", line: words(voice, "letter.check") },
    ...findings.map((f, i): Block => ({ kind: "text", number: `${i + 1}.`,
      line: plain(`${say("page", `severity.${f.severity}`, voice.first)}: ${whatIsWrong(f, of, voice.first)}`) })),
    ...(findings.length === 0 ? [{ kind: "text", line: words(voice, "letter.nothing") } as const] : []),
    { kind: "text", line: isGiven(used.sequence)
      ? words(voice, "letter.package", String(used.sequence), String(used.madeOn)) : words(voice, "letter.noPackage") },
  ];
}
