/** From the bytes of a letter to what it says, whatever program wrote it. */
import { Parser } from 'htmlparser2';
import PostalMime, { type Address, type Email } from 'postal-mime';
import { type Letter, type LetterFile, MAX_WORDS } from '../schema.ts';

/** Real letters have fewer than ten; a bomb has thousands. */
const MAX_NESTING = 32;
const MAX_HEADER_BYTES = 512 * 1024;
const SUBJECT_MAX = 200;
const NAME_MAX = 200;
const ID = /<[^\s<>\p{Cc}\p{Cs}]{1,996}>/gu;
const MAX_REFERENCES = 50;

/** Throws when it cannot be understood: nested too deep, a head without end. */
export async function readLetter(source: Uint8Array): Promise<Letter> {
  const mail = await PostalMime.parse(source, {
    maxNestingDepth: MAX_NESTING,
    maxHeadersSize: MAX_HEADER_BYTES,
    attachmentEncoding: 'arraybuffer',
  });
  const headers = new Map<string, string>();
  // The first one of a name counts: a receiving server writes above what the sender wrote.
  for (const { key, value } of mail.headers) if (!headers.has(key)) headers.set(key, value);
  const text = mail.text?.trim() ? mail.text : textOf(mail.html ?? '');
  return {
    from: senderOf(mail),
    to: receivers(mail, headers),
    subject: line(mail.subject ?? '', SUBJECT_MAX),
    body: clean(text).trim().slice(0, MAX_WORDS),
    files: mail.attachments.flatMap(fileOf),
    messageId: (mail.messageId ?? '').match(ID)?.[0] ?? null,
    references: [...`${mail.inReplyTo ?? ''} ${mail.references ?? ''}`.matchAll(ID)]
      .map(([id]) => id)
      .slice(0, MAX_REFERENCES),
    headers,
  };
}

/** Without what a database or a page cannot hold: control characters but tab and line end, halves of a sign. */
const clean = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])[\p{Cc}\p{Cs}]/gu, '');
const line = (text: string, most: number): string => clean(text).replace(/\s+/g, ' ').trim().slice(0, most);

const ADDRESS = /^[^\s@<>"\p{Cc}\p{Cs}]{1,64}@[^\s@<>"\p{Cc}\p{Cs}]{1,189}$/u;
const flat = (list: readonly Address[] | undefined) =>
  (list ?? []).flatMap((one) => (one.address === undefined ? (one.group ?? []) : [one]));

function senderOf(mail: Email): Letter['from'] {
  const [from] = flat(mail.from ? [mail.from] : []);
  const address = from?.address?.toLowerCase() ?? '';
  return ADDRESS.test(address) ? { address, name: line(from?.name ?? '', NAME_MAX) } : null;
}

function receivers(mail: Email, headers: ReadonlyMap<string, string>): string[] {
  const delivered = ['delivered-to', 'x-original-to', 'envelope-to'].map((name) => headers.get(name) ?? '');
  const named = [...flat(mail.to), ...flat(mail.cc)].map(({ address }) => address ?? '');
  return [...named, ...delivered].map((address) => address.trim().toLowerCase().replace(/^<|>$/g, ''));
}

/** Signs under a letter are pictures inside its HTML: only what was attached counts. */
function fileOf(part: Email['attachments'][number]): LetterFile[] {
  if (part.related || part.disposition === 'inline') return [];
  const { content } = part;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return [{ name: line(part.filename ?? '', NAME_MAX), bytes }];
}

const SILENT = new Set(['style', 'script', 'head', 'title', 'template']);
const BLOCK = /^(?:p|div|br|li|tr|h[1-6]|blockquote|table|ul|ol|hr|section|article)$/;

/** The words of a letter that was sent as HTML alone. */
export function textOf(html: string): string {
  const out: string[] = [];
  let silent = 0;
  const parser = new Parser({
    onopentag(name, { href }) {
      if (SILENT.has(name)) silent += 1;
      if (BLOCK.test(name)) out.push('\n');
      if (name === 'li') out.push('- ');
      if (name === 'a' && href?.startsWith('http')) out.push(` ${href} `);
    },
    ontext(text) {
      if (silent === 0) out.push(text.replace(/\s+/g, ' '));
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent -= 1;
      if (BLOCK.test(name) && name !== 'br') out.push('\n');
    },
  });
  parser.end(html);
  return out
    .join('')
    .split('\n')
    .map((row) => row.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
