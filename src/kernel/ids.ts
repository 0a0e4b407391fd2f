import { createHash, randomBytes, randomUUID } from 'node:crypto';

/**
 * A uuid of version 7 (RFC 9562): 48 bits of milliseconds, the rest random. Keys made in the application sort by
 * time, so indexes stay dense, and reveal nothing about how many rows exist.
 */
export function newId(at: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Stands for "nobody" where the database wants a uuid: no row ever carries it. */
export const NIL_ID = '00000000-0000-0000-0000-000000000000';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(value: string): boolean {
  return UUID.test(value);
}

/** A secret for links and tokens: 32 random bytes, base64url. Only its hash is ever stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

const SECRET = /^[\w-]{43}$/;
export const isSecret = (value: string): boolean => SECRET.test(value);

/** What the database knows of a secret, or counts an address by. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** A short id of a request, quoted to people when something fails. */
export function newRequestId(): string {
  return randomUUID().slice(0, 8);
}
