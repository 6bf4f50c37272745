/** Whether the two check digits of an IBAN fit (ISO 13616: remainder of 97 is 1). */
export function isIban(text: string): boolean {
  const plain = text.replace(/\s/g, "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(plain)) return false;
  let rest = 0;
  for (const sign of plain.slice(4) + plain.slice(0, 4)) rest = Number(`${rest}${parseInt(sign, 36)}`) % 97;
  return rest === 1;
}
/** What is written as an IBAN is: two letters and two digits. Other account numbers have no check that all share. */
export const looksLikeIban = (text: string): boolean => /^\s*[A-Za-z]{2}\d{2}/.test(text);
export const isBic = (text: string): boolean => /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text.trim());

/** An account that a provider can find: an address, a number, a link; a display name alone is none. */
export const isExact = (text: string): boolean => /@\S+\.\S+|:\/\/|\+?\d{5,}|^[\w.-]*\d[\w.-]*$/.test(text.trim());

/** One connection a line: an internet address, its port, its time. */
export const connections = (text: string): readonly string[] => text.split("\n").map(line => line.trim()).filter(Boolean);
const v4 = /\b\d{1,3}(\.\d{1,3}){3}\b/;
export const lacksPort = (line: string): boolean => v4.test(line) && !/\b\d{1,3}(\.\d{1,3}){3}:\d{1,5}\b|\bport\s*\d+/i.test(line);

export const hasPlaceholder = (text: string): boolean => /\[[^\]\d][^\]]*\]|\bX{3,}\b|_{3,}|\bTBD\b|\bTBC\b|…{2,}|\.{4,}/.test(text);

const known = new Set(["UNTOC", "UNCAC", "CND", "UTC", "GMT", "IBAN", "BIC", "USD", "EUR", "CHF", "GBP", "IMO", "MMSI", "INTERPOL", "VAT",
  "IP"]);
/** Acronyms that nothing explains: neither they nor what they stand for are in brackets beside the other. */
export const unexplained = (text: string): readonly string[] =>
  [...new Set(text.match(/\b[A-Z]{3,6}\b/g) ?? [])].filter(a => !known.has(a) && !text.includes(`(${a})`) && !text.includes(`${a} (`));

const titles = "(?:Mr|Mrs|Ms|Dr|M\\.|Mme|Sr\\.|Sra\\.|Sr|Sra|г-н|г-жа|السيد|السيدة)";
const name = "\\p{Lu}[\\p{L}'’-]+(?:\\s+\\p{Lu}[\\p{L}'’-]+)*|\\p{Lo}+";
const titled = new RegExp(`(?<!\\p{L})${titles}\\.?\\s+(${name})`, "gu");
/** People whom a text names with a title. */
export const named = (text: string): readonly string[] => [...text.matchAll(titled)].map(m => m[1]!);

/** The annexes that a text cites by number. */
export const cited = (text: string): readonly number[] =>
  [...text.matchAll(/(?:annexe?|anexo|приложени[еяю]|附件|(?:ال)?مرفق)\s*(?:no\.?|№)?\s*(\d{1,2})/giu)].map(m => Number(m[1]));
