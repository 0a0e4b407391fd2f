import { isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Lang } from '../i18n.ts';
import { log } from '../log.ts';
import type { Delivery, Order } from './worker.ts';

export interface PdfOptions {
  readonly lang: Lang;
  /** The title of the document, one line. It stands above the text and in the window of whoever opens it. */
  readonly title: string;
  /** When the document was made, as noted inside it; the clock when not given. */
  readonly at?: Date;
  /** Pictures by name; a template draws one from `pictureFile(name)`. */
  readonly pictures?: Readonly<Record<string, Uint8Array>>;
}

/** Where a template finds the picture of that name. */
export const pictureFile = (name: string): string => `/pictures/${name}`;

const SOURCES = fileURLToPath(new URL('../../', import.meta.url));
const TIMEOUT_MS = 60_000;

/**
 * Prints a document as PDF/UA-1: tagged, with its language and title, A4.
 * @param template path of a `.typ` file under `src`; it imports `/kernel/pdf/layout.typ`, where `data` is what it gets
 * @param data anything JSON can hold. It travels as JSON and its texts stay texts: nothing in them can act as a
 *   command of the template. Characters without a glyph in any font are printed as �.
 * @throws Error naming the template when it is wrong or takes longer than a minute
 */
export async function renderPdf(template: string, data: unknown, options: PdfOptions): Promise<Uint8Array> {
  const path = isAbsolute(template) ? template : resolve(SOURCES, '..', template);
  const name = relative(SOURCES, path);
  if (name.startsWith('..') || !name.endsWith('.typ'))
    throw new Error('pdf: a template is a .typ file under src');
  const order = (clean: (text: string) => string): Order => ({
    template: path,
    inputs: {
      data: JSON.stringify(data ?? null, (_, value) => (typeof value === 'string' ? clean(value) : value)),
      lang: options.lang,
      title: clean(options.title).replaceAll('\n', ' '),
    },
    pictures: Object.fromEntries(
      Object.entries(options.pictures ?? {}).map(([picture, bytes]) => [pictureFile(picture), bytes]),
    ),
    at: Math.floor((options.at ?? new Date()).getTime() / 1000),
  });
  let delivery = await print(order(printable));
  if ('problem' in delivery && delivery.problem === 'unprintable') delivery = await print(order(common));
  if ('bytes' in delivery) return delivery.bytes;
  // What Typst says can quote the data, so it is for the desk of a developer only.
  const detail = process.env.NODE_ENV === 'production' ? '' : `: ${delivery.problem}`;
  throw new Error(`pdf: ${name} could not be printed${detail}`);
}

/** Ends the thread; the next document starts a new one. For a graceful stop. */
export async function stopPdf(): Promise<void> {
  const running = worker;
  worker = undefined;
  await running?.terminate();
}

/** Without what PDF/UA forbids: control characters, halves of characters, byte order marks, non-characters. */
function printable(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[^\P{Cc}\n\t]|[\ufeff\u{fdd0}-\u{fdef}\ufffe\uffff]/gu, '');
}

/** What Source Sans 3 surely has: Latin, Greek, Cyrillic, punctuation. The second try, when the first met a stranger. */
function common(text: string): string {
  return printable(text.normalize('NFC')).replace(
    /[^\n\t -\u024f\u0370-\u03ff\u0400-\u045f\u0490\u0491\u2010-\u2027\u2030-\u203a\u20ac]/gu,
    '\ufffd',
  );
}

let worker: Worker | undefined;
let last: Promise<unknown> = Promise.resolve();

/** One document at a time, in the order they were asked for. */
function print(order: Order): Promise<Delivery> {
  const turn = last.then(() => deliver(order));
  last = turn.catch(() => undefined);
  return turn;
}

async function deliver(order: Order): Promise<Delivery> {
  worker ??= start();
  const thread = worker;
  // The thread keeps the process alive while it works, not while it waits.
  thread.ref();
  try {
    return await answerOf(thread, order);
  } catch (error) {
    log.error({ template: relative(SOURCES, order.template) }, 'pdf thread ended');
    if (worker === thread) worker = undefined;
    await thread.terminate();
    throw error;
  } finally {
    thread.unref();
  }
}

function answerOf(thread: Worker, order: Order): Promise<Delivery> {
  let settle = () => {};
  const answer = new Promise<Delivery>((done, fail) => {
    const ended = () => fail(new Error('pdf: the thread ended'));
    const timer = setTimeout(() => fail(new Error('pdf: the document took too long')), TIMEOUT_MS);
    thread.on('message', done).on('error', fail).on('exit', ended);
    settle = () => {
      clearTimeout(timer);
      thread.off('message', done).off('error', fail).off('exit', ended);
    };
    thread.postMessage(order);
  });
  return answer.finally(settle);
}

// Node reads TypeScript by itself; the loaders of the parent (tsx, vitest) would only slow the start.
const start = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { execArgv: [] });
