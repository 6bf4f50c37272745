import { isRightToLeft, say, type Language } from "../texts/texts.ts";

/** What somebody wrote, or what the request writer says in one or two languages. */
export interface Said {
  readonly text: string;
  readonly language: Language | "";
}
export type Line = readonly Said[];
/** What a letter is made of: the document and the print view are both made from it. */
export type Block =
  | { readonly kind: "title" | "heading" | "mark"; readonly line: Line }
  | { readonly kind: "text"; readonly line: Line; readonly number?: string }
  | { readonly kind: "pairs"; readonly rows: readonly (readonly [label: Line, value: string])[] }
  | { readonly kind: "table"; readonly head: readonly Line[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "page" };

export interface Voice {
  readonly first: Language;
  readonly second?: Language;
}
export const both = ({ first, second }: Voice, of: (language: Language) => string): Line =>
  [first, ...(second && second !== first ? [second] : [])].map(language => ({ text: of(language), language }));
export const letter = (voice: Voice, key: string, ...values: (string | number)[]): Line =>
  both(voice, l => say("letter", key, l, ...values));
/** A field's name stands in both languages; where both are one word, once. */
export const label = (voice: Voice, name: string): Line => both(voice, l => say("field", name, l));
export const plain = (text: string): Line => [{ text, language: "" }];

const letters = "\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC";
const arabic = new RegExp(`[${letters}]`);
const parts = new RegExp(`[${letters}]+(?:[\\s،؛.:]+[${letters}]+)*|[^${letters}]+`, "g");
export const readsFromRight = ({ text, language }: Said): boolean => (language ? isRightToLeft(language) : arabic.test(text.slice(0, 40)));

export interface Piece {
  readonly text: string;
  readonly rightToLeft: boolean;
}
/** A text in pieces of one direction each; what has none of its own stays with the piece before it. */
export function pieces(text: string): readonly Piece[] {
  const found: { text: string; rightToLeft: boolean }[] = [];
  for (const part of text.match(parts) ?? []) found.push({ text: part, rightToLeft: arabic.test(part) });
  return found;
}
