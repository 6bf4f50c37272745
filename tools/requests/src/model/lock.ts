import { DraftError, parse } from "./draft.ts";
import type { Item } from "../rules/context.ts";

const format = "mla-draft-locked";
const version = 1;
// OWASP's figure for PBKDF2 with HMAC-SHA-256.
const iterations = 600_000;
// A file from elsewhere is not to keep the browser busy for hours.
const mostIterations = 10_000_000;
// Salt and nonce have their lengths; what is locked has at least the 16 bytes by which AES-GCM knows it again.
const lengths = { salt: [16, 16], iv: [12, 12], data: [16, Infinity] } as const;

type Bytes = Uint8Array<ArrayBuffer>;
const encode = (bytes: Uint8Array): string => btoa(Array.from(bytes, b => String.fromCharCode(b)).join(""));

function decode(file: Item, name: keyof typeof lengths): Bytes {
  try {
    const bytes = Uint8Array.from(atob(typeof file[name] === "string" ? file[name] : "!"), c => c.charCodeAt(0));
    if (bytes.length >= lengths[name][0] && bytes.length <= lengths[name][1]) return bytes;
  } catch {
    // It is no base64: damaged too.
  }
  throw new DraftError("cutOff");
}

async function keyOf(passphrase: string, salt: Bytes, rounds: number): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize("NFC"));
  const material = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const made = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(made, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** A sum over what is in the file, which needs no passphrase: by it a damaged file is told from a wrong passphrase. */
async function sumOf(rounds: number, ...parts: readonly Uint8Array[]): Promise<string> {
  const text = [rounds, ...parts.map(encode)].join(" ");
  return encode(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));
}

/** A draft that only who knows the passphrase can read. */
export async function lock(text: string, passphrase: string): Promise<string> {
  const [salt, iv] = [crypto.getRandomValues(new Uint8Array(16)), crypto.getRandomValues(new Uint8Array(12))];
  const key = await keyOf(passphrase, salt, iterations);
  const data = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(text)));
  const sum = await sumOf(iterations, salt, iv, data);
  const file = { format, version, iterations, salt: encode(salt), iv: encode(iv), data: encode(data), sum };
  return `${JSON.stringify(file, null, 1)}\n`;
}

export const isLocked = (text: string): boolean => parse(text).format === format;

/** What a locked draft holds. What is wrong with it is told apart: its structure, its content, the passphrase. */
export async function unlock(text: string, passphrase: string): Promise<string> {
  const file = parse(text);
  if (file.format !== format) throw new DraftError("notDraft");
  if (file.version !== version) throw new DraftError(Number(file.version) > version ? "newerLock" : "cutOff");
  const rounds = Number(file.iterations);
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > mostIterations) throw new DraftError("cutOff");
  const [salt, iv, data] = [decode(file, "salt"), decode(file, "iv"), decode(file, "data")];
  // Files of before have no sum: then nobody can say which of the two it is.
  const isWhole = file.sum === undefined ? undefined : file.sum === await sumOf(rounds, salt, iv, data);
  if (isWhole === false) throw new DraftError("damagedLock");
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await keyOf(passphrase, salt, rounds), data));
  } catch {
    throw new DraftError(isWhole ? "wrongPassphrase" : "wrongOrChanged");
  }
}
