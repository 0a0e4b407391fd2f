import type { Letter, Reason } from './schema.ts';

/** Who writes from there is a machine, whatever the head says. */
const MACHINE = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)(?:[+._-][^@]*)?@/;

/**
 * Why nobody should be answered by a machine: answers between machines never end (RFC 3834). `own` are the addresses this
 * system writes from. Null for a letter of a person, as far as one can tell.
 */
export function reasonAgainst(letter: Letter, own: readonly string[]): Reason | null {
  const { from, headers } = letter;
  const says = (name: string) => headers.get(name)?.toLowerCase() ?? '';
  if (from === null) return 'no_sender';
  if (own.includes(from.address) || letter.messageId?.endsWith('@splot>')) return 'own';
  if (/multipart\/report/.test(says('content-type')) || says('return-path') === '<>') return 'bounce';
  if (MACHINE.test(from.address)) return 'automatic';
  if (!['', 'no'].includes(says('auto-submitted').replace(/[;\s].*$/, ''))) return 'automatic';
  if (headers.has('x-autoreply') || headers.has('x-autorespond') || headers.has('x-auto-reply'))
    return 'automatic';
  if (/^(?:bulk|junk|auto_reply)/.test(says('precedence'))) return 'automatic';
  if (headers.has('list-id') || headers.has('list-unsubscribe') || says('precedence') === 'list')
    return 'list';
  // Written by the receiving server above everything else; whoever sends cannot write there.
  if (/\bdmarc=fail\b/.test(says('authentication-results'))) return 'forged';
  if (letter.body === '' && letter.subject === '' && letter.files.length === 0) return 'empty';
  return null;
}

const QUOTE_BEGINS = [
  /^(?:-{2,}\s*)?(?:Original Message|Wiadomość oryginalna|Oryginalna wiadomość|Wiadomość napisana)\b/i,
  /^(?:W dniu|Dnia|On|Em|Le|Am)\b.{4,200}(?:napisał|pisze|wrote|write|schrieb|écrit).{0,40}:\s*$/i,
  /^_{20,}$/,
  /^(?:From|Od|Von):\s.+@/,
];

/** What is new in an answer: without the letter it answers, which mail programs put below. All of it when nothing else is there. */
export function withoutQuote(body: string): string {
  const rows = body.split('\n');
  const begins = rows.findIndex((row, at) => {
    // The line "on … wrote" is often broken in two.
    const joined = `${row.trim()} ${rows[at + 1]?.trim() ?? ''}`.trim();
    return (
      QUOTE_BEGINS.some((begin) => begin.test(row.trim())) ||
      /^(?:W dniu|Dnia|On)\b.{4,250}(?:napisał|pisze|wrote).{0,40}:$/i.test(joined)
    );
  });
  const kept = (begins < 0 ? rows : rows.slice(0, begins)).filter((row) => !/^\s*>/.test(row));
  return kept.join('\n').trim() || body;
}

/** Ids of the letters of this system among what a letter answers. */
export const noticesOf = (references: readonly string[]): string[] =>
  references.flatMap((id) => /^<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@splot>$/.exec(id)?.[1] ?? []);
