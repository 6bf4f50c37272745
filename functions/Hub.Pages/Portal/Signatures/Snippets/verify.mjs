import { createHmac, timingSafeEqual } from 'node:crypto';

// secret: "whsec_…"; headers: by their names in lower case; body: the bytes as they came, before anything parses them.
export function isGenuine(secret, headers, body, now = Date.now() / 1000) {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map(name => headers[`webhook-${name}`] ?? '');
  if (!id || !/^[0-9]{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > 300)
    return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const hmac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
  const expected = Buffer.from(`v1,${hmac}`);
  return signatures.split(' ').map(s => Buffer.from(s))
    .some(given => given.length === expected.length && timingSafeEqual(given, expected));
}
