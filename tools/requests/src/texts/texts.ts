import fieldTexts from "./fields.txt";
import letterTexts from "./letter.txt";
import pageTexts from "./page.txt";
import ruleTexts from "./rules.txt";
import wordTexts from "./words.txt";

export const languages = ["en", "fr", "es", "ar", "zh", "ru"] as const;
export type Language = (typeof languages)[number];
/** Written by hand, but not yet reviewed by a person who has the language. */
export const underReview: readonly Language[] = ["ar", "zh", "ru"];
export const isRightToLeft = (language: string): boolean => language === "ar";

type Table = ReadonlyMap<string, readonly string[]>;
const table = (text: string): Table =>
  new Map(text.trim().split("\n").slice(1).map(line => line.split("|")).map(([key = "", ...texts]) => [key, texts]));

const tables = {
  field: table(fieldTexts), word: table(wordTexts), rule: table(ruleTexts), letter: table(letterTexts), page: table(pageTexts),
};
export type TextKind = keyof typeof tables;
export const keys = (kind: TextKind): readonly string[] => [...tables[kind].keys()];
export const allOf = (kind: TextKind, key: string): readonly string[] => tables[kind].get(key) ?? [];

/** A text in a language, with what stands in for {0}, {1}. A word that is in no list is shown as it is: a newer draft may have it. */
export function say(kind: TextKind, key: string, language: Language, ...values: readonly (string | number)[]): string {
  const text = allOf(kind, key)[languages.indexOf(language)] ?? key;
  return text.replace(/\{(\d)\}/g, (_, n: string) => String(values[Number(n)] ?? ""));
}
export const isLanguage = (text: unknown): text is Language => languages.includes(text as Language);
