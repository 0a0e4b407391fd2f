import { isIP } from 'node:net';
import type { Context } from 'hono';

/** The address at the other end of the connection; null inside the process (tests). */
export function peerOf(c: Context): string | null {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  return incoming?.socket?.remoteAddress?.replace(/^::ffff:/, '') ?? null;
}

export const isLoopback = (ip: string | null): boolean =>
  ip !== null && (ip.startsWith('127.') || ip === '::1');

/**
 * Whom to count a request for, by network address. A header can be written by anybody, so X-Forwarded-For is read only
 * when `proxies` of ours stand in front: each adds at its end the address it was called from, so the one that many
 * places from the right is what the outermost of them saw.
 */
export function clientOf(c: Context, proxies: number): string {
  const seen = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const told = proxies > 0 ? seen.at(-proxies) : undefined;
  return network((told && isIP(told) > 0 ? told : peerOf(c)) ?? 'unknown');
}

/** One household or office has a whole /64 of IPv6; counting single addresses would count nothing. */
function network(ip: string): string {
  if (isIP(ip) !== 6) return ip;
  const [head = '', tail = ''] = ip.toLowerCase().split('::');
  const left = head.split(':').filter(Boolean);
  const right = ip.includes('::') ? tail.split(':').filter(Boolean) : [];
  const zeros = ip.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : [];
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}
