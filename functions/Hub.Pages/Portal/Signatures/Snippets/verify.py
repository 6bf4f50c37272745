import base64
import hashlib
import hmac
import re
import time


# secret: "whsec_…"; headers: by their names in lower case; body: the bytes as they came, before anything parses them.
def is_genuine(secret, headers, body, now=None):
    message, timestamp, signatures = (headers.get(f"webhook-{name}", "") for name in ("id", "timestamp", "signature"))
    if not message or not re.fullmatch("[0-9]{1,12}", timestamp):
        return False
    if abs((time.time() if now is None else now) - int(timestamp)) > 300:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{message}.{timestamp}.".encode() + body
    expected = b"v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())
    return any(hmac.compare_digest(s.encode(), expected) for s in signatures.split(" "))
