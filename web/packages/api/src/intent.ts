/** A random UUID; `crypto.randomUUID` does not exist on plain-http addresses of a local network. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/**
 * One thing a person means to happen once, whatever the network does.
 *
 * The key stays the same while the same body is sent again (a retry after a lost answer), and is
 * replaced when the person asks for something else or when `done` says that an answer arrived.
 */
export class Intent {
  private key = uuid();
  private body: string | null = null;

  /** The idempotency key for this body. */
  keyFor(body: unknown): string {
    const text = JSON.stringify(body ?? null);
    if (this.body !== null && this.body !== text) this.key = uuid();
    this.body = text;
    return this.key;
  }

  /** Closes the intent: the server has answered, the next request is a new act. */
  done(): void {
    this.key = uuid();
    this.body = null;
  }
}
