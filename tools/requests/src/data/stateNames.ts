import { allStates, countryName } from "./states.ts";
import usualNames from "./usualNames.txt";

/** A name without what people write in two ways: capitals, accents, articles, brackets and hyphens. */
const plain = (name: string): string => name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim()
  .replace(/^(the|la|le|les|el|los) /, "");

const usual = usualNames.trim().split("\n").map(line => line.split("|"));
const byName = new Map<string, string>([
  ...allStates.flatMap(s => Object.values(s.name).map(n => [plain(n), s.alpha3] as const)),
  ...usual.flatMap(([code = "", ...names]) => names.map(n => [plain(n), code] as const)),
  ...allStates.map(s => [plain(s.alpha3), s.alpha3] as const),
]);

// Codes that ISO 3166 leaves to users: invented States of practice have them.
const isInvented = (code: string): boolean => /^X[A-Z]{2}$/.test(code);
export const isState = (code: string): boolean => countryName(code, "en") !== "" || isInvented(code);

/** How many signs are to be changed, added or left out between two names. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    row = row.reduce<number[]>((made, above, j) => [...made, j === 0 ? i
      : Math.min(above + 1, made[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1))], []);
  }
  return row.at(-1)!;
}

const mostNear = 6;
/** The States that a text may mean: one where it is a code or a name in any language, else those with a name that is near. */
export function statesMeant(text: string): readonly string[] {
  const typed = plain(text);
  const found = byName.get(typed) ?? (isInvented(text.trim().toUpperCase()) ? text.trim().toUpperCase() : undefined);
  if (found || !typed) return found ? [found] : [];
  const near = [...byName].flatMap(([name, code]) => {
    const away = name.split(" ").some(w => w.length > 2 && w.startsWith(typed)) || typed.split(" ").includes(name) ? 0
      : distance(typed, name);
    return away <= Math.max(1, Math.floor(typed.length / 4)) ? [{ code, away }] : [];
  });
  return [...new Set(near.sort((a, b) => a.away - b.away).map(n => n.code))].slice(0, mostNear);
}

/** The code of the State that a text names in any language; the text as it is where none is meant for certain. */
export function codeOf(text: string): string {
  const [only] = statesMeant(text);
  return only !== undefined && isExact(text, only) ? only : text.trim();
}
const isExact = (text: string, code: string): boolean =>
  byName.get(plain(text)) === code || (isInvented(code) && text.trim().toUpperCase() === code);
