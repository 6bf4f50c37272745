import { DraftError, parse } from "./draft.ts";

const format = "mla-draft-locked";
const version = 1;
// OWASP's figure for PBKDF2 with HMAC-SHA-256.
const iterations = 600_000;

const encode = (bytes: Uint8Array): string => btoa(Array.from(bytes, b => String.fromCharCode(b)).join(""));
const decode = (text: unknown): Uint8Array<ArrayBuffer> => {
  try {
    return Uint8Array.from(atob(String(text)), c => c.charCodeAt(0));
  } catch {
    throw new DraftError("cutOff");
  }
};

async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", new TextEncoder().encode(passphrase.normalize("NFC")), "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds }, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** A draft that only who knows the passphrase can read. */
export async function lock(text: string, passphrase: string): Promise<string> {
  const [salt, iv] = [crypto.getRandomValues(new Uint8Array(16)), crypto.getRandomValues(new Uint8Array(12))];
  const key = await keyOf(passphrase, salt, iterations);
  const data = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(text)));
  return `${JSON.stringify({ format, version, iterations, salt: encode(salt), iv: encode(iv), data: encode(data) }, null, 1)}\n`;
}

export const isLocked = (text: string): boolean => parse(text).format === format;

export async function unlock(text: string, passphrase: string): Promise<string> {
  const file = parse(text);
  if (file.format !== format) throw new DraftError("notDraft");
  if (file.version !== version) throw new DraftError("newerLock");
  const rounds = Number(file.iterations);
  // A file from elsewhere is not to keep the browser busy for hours.
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 10_000_000) throw new DraftError("notDraft");
  const key = await keyOf(passphrase, decode(file.salt), rounds);
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: decode(file.iv) }, key, decode(file.data)));
  } catch {
    throw new DraftError("wrongPassphrase");
  }
}
