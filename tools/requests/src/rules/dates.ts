const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const dayMs = 86_400_000;

export const isDate = (text: unknown): text is string =>
  typeof text === "string" && isoDate.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
export const plusDays = (date: string, days: number): string => new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
export function plusMonths(date: string, months: number): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
export const weekday = (date: string): string =>
  ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"][new Date(`${date}T00:00:00Z`).getUTCDay()]!;

export const hasSeconds = (text: string): boolean => /\d{1,2}:\d{2}:\d{2}/.test(text);

/** A day that a text names, read with the day first and with the month first; what no calendar has is left out. */
export interface DayRead {
  readonly dayFirst?: string;
  readonly monthFirst?: string;
}
const numbered = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/.-]*\d)/;
const yearFirst = /(?<![\d/.-])(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?![\d/.-]*\d)/;

export function dayRead(text: string): DayRead {
  const year = yearFirst.exec(text);
  const whole = year && written(year[1]!, year[3]!, year[4]!);
  if (whole) return { dayFirst: whole, monthFirst: whole };
  const found = numbered.exec(text);
  if (!found) return {};
  const [dayFirst, monthFirst] = [written(found[4]!, found[3]!, found[1]!), written(found[4]!, found[1]!, found[3]!)];
  return { ...(dayFirst ? { dayFirst } : {}), ...(monthFirst ? { monthFirst } : {}) };
}

/** What dates a text may mean, so that the writer is asked and nothing is guessed. */
export function datesMeant(text: string): readonly string[] {
  const { dayFirst, monthFirst } = dayRead(text);
  return [...new Set([dayFirst, monthFirst].filter(d => d !== undefined))];
}

function written(year: string, month: string, day: string): string | undefined {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDate(date) ? date : undefined;
}
