import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';

/** Documents are set in a thread of their own: a long one takes most of a second, and nobody else may wait for it. */
export interface Order {
  readonly template: string;
  readonly inputs: Record<string, string>;
  /** Pictures by their path under the sources, where no such file is. */
  readonly pictures: Record<string, Uint8Array>;
  /** Seconds since 1970. */
  readonly at: number;
}
/** `unprintable`: some character stands in no font. */
export type Delivery = { readonly bytes: Uint8Array } | { readonly problem: 'unprintable' | string };

const FONT_WEIGHTS = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'];
/** How many documents a memoised result may stay unused before it is forgotten. */
const MEMORY = 2;

const SOURCES = fileURLToPath(new URL('../../', import.meta.url));
const fonts = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/source-sans-3/package.json')));
// Templates reach what lies under src and nothing else.
const compiler = NodeCompiler.create({
  workspace: SOURCES,
  fontArgs: [{ fontPaths: FONT_WEIGHTS.map((weight) => join(fonts, weight)) }],
});

function print(order: Order): Delivery {
  for (const [path, bytes] of Object.entries(order.pictures))
    compiler.mapShadow(join(SOURCES, path), Buffer.from(bytes));
  try {
    const result = compiler.compile({ mainFilePath: order.template, inputs: order.inputs });
    const failed = result.hasError() ? result.takeError() : null;
    if (failed) return { problem: describe(failed) };
    if (!result.result) return { problem: 'no document' };
    const bytes = compiler.pdf(result.result, { pdfStandard: 'ua-1', creationTimestamp: order.at });
    return { bytes: new Uint8Array(bytes) };
  } catch (error) {
    const text = String(error);
    return { problem: text.includes('could not be displayed') ? 'unprintable' : text.slice(0, 500) };
  } finally {
    compiler.resetShadow();
    compiler.evictCache(MEMORY);
  }
}

function describe(error: NodeError): string {
  const all = error.shortDiagnostics as { message: string; path: string }[];
  return all.map((d) => `${d.path}: ${d.message}`).join('; ');
}

parentPort?.on('message', (order: Order) => {
  let delivery: Delivery;
  try {
    delivery = print(order);
  } catch (error) {
    delivery = { problem: String(error).slice(0, 500) };
  }
  parentPort?.postMessage(delivery);
});
