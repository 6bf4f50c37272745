const hour = 60;
const isOffset = (sign: string, hours: string, minutes = "0"): boolean =>
  Number(minutes) % 15 === 0 && Number(hours) * hour + Number(minutes) <= (sign === "+" ? 14 : 12) * hour && Number(minutes) < hour;

const named = /(?<![\p{L}\d])(?:UTC|GMT)(?:\s?([+−-])\s?(\d{1,2})(?::?(\d{2}))?)?(?![\p{L}\d:])/gu;
const numeric = /(T?)(\d{1,2}:\d{2}(:\d{2}(?:\.\d+)?)?|\d|[ap]\.?m\.?)(\s?)([+−-])(\d{2}):?(\d{2})(?![\d:])/giu;
const area = /(?<!\p{L})[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_+-]*\d*)+/gu;

function isArea(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

// "12:00-13:00" is a span, and "12:00-11:00" may be one: a minus counts where the time has seconds or a date before it, or stands apart.
const countsAs = ([, date, , seconds, space, sign, hours, minutes]: RegExpMatchArray): boolean =>
  isOffset(sign!, hours!, minutes) && (sign === "+" || Boolean(date || seconds || space));

/** Whether a time says in which zone it is: "Z", "UTC", "+02:00", "Europe/Paris". */
export const hasZone = (text: string): boolean => /\d\s?Z(?![\p{L}\d])/u.test(text)
  || [...text.matchAll(named)].some(([, sign, hours, minutes]) => !sign || isOffset(sign, hours!, minutes))
  || [...text.matchAll(numeric)].some(countsAs) || [...text.matchAll(area)].some(([name]) => isArea(name));
