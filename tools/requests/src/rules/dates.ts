const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const dayMs = 86_400_000;

export const isDate = (text: unknown): text is string =>
  typeof text === "string" && isoDate.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
export const plusDays = (date: string, days: number): string => new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
export const weekday = (date: string): string =>
  ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"][new Date(`${date}T00:00:00Z`).getUTCDay()]!;

/** Whether a time says in which zone it is: "Z", "UTC", "+02:00", "Europe/Paris". */
export const hasZone = (text: string): boolean => /\b(UTC|GMT)\b|\d\s*Z\b|[+-]\d{2}:?\d{2}\b|\b[A-Z][a-z]+\/[A-Z][A-Za-z_]+/.test(text);
export const hasSeconds = (text: string): boolean => /\d{1,2}:\d{2}:\d{2}/.test(text);

/** What dates a text may mean, so that the writer is asked and nothing is guessed. */
export function datesMeant(text: string): readonly string[] {
  const found = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/.exec(text);
  if (!found) return [];
  const [first, second, year] = [Number(found[1]), Number(found[2]), found[3]!];
  const written = (month: number, day: number) => `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return [...new Set([written(second, first), written(first, second)])].filter(valid);
}

function valid(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
