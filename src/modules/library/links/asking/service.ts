import { lookup } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';
import type { Answered } from '../schema.ts';

/** Addresses of networks that are nobody's on the internet: whoever wrote a link must not reach what stands behind us. */
const CLOSED = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  CLOSED.addSubnet(net, bits, 'ipv4');
/** Of IPv6 only what is given out on the internet, without what carries addresses of IPv4 within. */
const OPEN6 = new BlockList();
OPEN6.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  CLOSED.addSubnet(net, bits, 'ipv6');

export const isOpen = (address: string): boolean =>
  isIPv6(address)
    ? OPEN6.check(address, 'ipv6') && !CLOSED.check(address, 'ipv6')
    : isIP(address) === 4 && !CLOSED.check(address, 'ipv4');

class ClosedAddress extends Error {}

/** The name is looked up once, for the very connection: an answer that changes in between gains nothing. */
const openLookup: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error || !first) return done(error ?? new Error('no address'), '', 4);
    if (!found.every(({ address }) => isOpen(address))) return done(new ClosedAddress(), '', 4);
    if (options.all) return done(null, found);
    done(null, first.address, first.family);
  });
};

const WAIT_MS = 15_000;
const MOST_HOPS = 5;
/** Answers to HEAD of servers that know GET alone. */
const ASK_AGAIN = new Set([400, 403, 404, 405, 500, 501]);
/** It is there, and not for programs. */
const GUARDED = new Set([401, 403, 405, 406, 429, 451, 999]);

interface Head {
  readonly status: number;
  readonly location: string | null;
}

/** The status of an answer; what it says is not read. */
function head(url: URL, method: 'HEAD' | 'GET', agent: string, signal: AbortSignal): Promise<Head> {
  const usual = url.port === '' && (url.protocol === 'https:' || url.protocol === 'http:');
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (!usual || (isIP(literal) !== 0 && !isOpen(literal))) return Promise.reject(new ClosedAddress());
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? request : plainRequest;
    const asked = send(
      url,
      { method, lookup: openLookup, agent: false, signal, headers: { 'user-agent': agent, accept: '*/*' } },
      (answer) => {
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? null });
        asked.destroy();
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

/** Asks another site whether an address is there. Never throws, never longer than a quarter of a minute. */
export async function askOther(address: string, agent: string): Promise<Answered> {
  const signal = AbortSignal.timeout(WAIT_MS);
  try {
    let url = new URL(address);
    let forGood = true;
    for (let hop = 0; hop <= MOST_HOPS; hop++) {
      let answer = await head(url, 'HEAD', agent, signal);
      if (ASK_AGAIN.has(answer.status)) answer = await head(url, 'GET', agent, signal);
      const next = answer.status >= 300 && answer.status < 400 && answer.location;
      if (!next) return said(answer.status, hop > 0 && forGood ? url.href : null);
      forGood &&= answer.status === 301 || answer.status === 308;
      url = new URL(next, url);
    }
    return { outcome: 'silent', status: null, movedTo: null };
  } catch (error) {
    const closed = error instanceof ClosedAddress;
    return { outcome: closed ? 'closed' : 'silent', status: null, movedTo: null };
  }
}

/** What a status says of a link; the same for our own pages. */
export function said(status: number, movedTo: string | null): Answered {
  if (status === 404 || status === 410) return { outcome: 'gone', status, movedTo: null };
  if ((status < 200 || status >= 300) && !GUARDED.has(status))
    return { outcome: 'silent', status, movedTo: null };
  return { outcome: movedTo === null ? 'well' : 'moved', status, movedTo };
}
