import { type Kind, type Place, placeOf } from './place.ts';
import type { Finding, Import, SourceFile } from './source.ts';

/**
 * Which files of its own module each kind of file may use while running, whether it may use an `api.ts` (of another
 * module, or of a part of its own), and whether the components of ui. A page uses an api for words and small views of
 * others; it has no context, so it cannot call anything that reads.
 */
const TABLE: Readonly<Record<Exclude<Kind, 'test'>, { own: readonly Kind[]; api?: true; ui?: true }>> = {
  schema: { own: ['schema'] },
  policy: { own: ['schema', 'policy'] },
  queries: { own: ['schema', 'queries'] },
  service: { own: ['schema', 'policy', 'queries', 'service', 'text'], api: true },
  api: { own: ['schema', 'policy', 'queries', 'service', 'text', 'page'], api: true },
  routes: { own: ['schema', 'service', 'page', 'routes', 'text'], api: true, ui: true },
  page: { own: ['schema', 'page', 'text'], api: true, ui: true },
  jobs: { own: ['schema', 'service', 'jobs', 'text'] },
  text: { own: ['text'] },
};

/** What the kernel has that reads, writes or sends; a page has no input and no output. */
const KERNEL_IO =
  /^src\/kernel\/(db|audit|auth|files|embedded)\/|^src\/kernel\/(mail|queue|jobs|config)\.ts$/;
const POOL = /^src\/kernel\/db\/(database|migrate)\.ts$/;

export function checkImports(files: readonly SourceFile[]): Finding[] {
  return files.flatMap((file) => {
    const from = placeOf(file.path);
    return file.imports.flatMap((entry) => {
      const message = forbidden(from, entry);
      return message ? [{ file: file.path, line: entry.line, message: `${message}: ${entry.target}` }] : [];
    });
  });
}

function forbidden(from: Place, entry: Import): string | null {
  const to = placeOf(entry.target);
  const local = entry.target.startsWith('src/') || entry.target.startsWith('test/');
  if (from.layer === 'other' || from.layer === 'test') return null;
  if (local && to.layer === 'test' && from.kind !== 'test') return 'only tests import from test/';
  if (from.layer === 'kernel')
    return local && to.layer !== 'kernel' ? 'the kernel imports only itself' : null;
  if (from.layer === 'ui')
    return local && to.layer !== 'ui' && to.layer !== 'kernel' ? 'ui imports only the kernel' : null;
  if (from.layer === 'client') return forbiddenInClient(entry, to, local);
  if (from.layer === 'app') return forbiddenInApp(entry, to);
  return forbiddenInModule(from, entry, to, local);
}

function forbiddenInClient(entry: Import, to: Place, local: boolean): string | null {
  if (entry.typeOnly) return null;
  const server = local ? to.layer !== 'client' : entry.target.startsWith('node:') || entry.target === 'pg';
  return server ? 'client code runs in the browser and imports nothing of the server' : null;
}

const DOORS: readonly (Kind | undefined)[] = ['api', 'routes', 'jobs'];

function forbiddenInApp(entry: Import, to: Place): string | null {
  if (to.layer !== 'module' || DOORS.includes(to.kind)) return null;
  return entry.target.startsWith('src/')
    ? 'the application imports of a module its api, routes and jobs'
    : null;
}

function forbiddenInModule(from: Place, entry: Import, to: Place, local: boolean): string | null {
  if (to.layer === 'module' && to.module !== from.module && to.kind !== 'api')
    return 'of another module only api.ts may be imported';
  if (from.kind === 'test') return null;
  if (to.layer === 'app' && local) return 'a module does not import the application';
  if (to.layer === 'client') return 'client code runs in the browser';
  if (POOL.test(entry.target) || entry.target === 'pg')
    return 'a module reaches the database by ctx.tx alone';
  if (!from.kind) return null;
  if (from.kind === 'text')
    return (to.kind === 'text' && to.module === from.module) || entry.target === 'src/kernel/i18n.ts'
      ? null
      : 'texts import kernel/i18n.ts and texts';
  // A type is erased when the program runs; directions hold for it, the table below does not.
  return entry.typeOnly ? null : againstTable(from.kind, entry, to, local);
}

function againstTable(kind: Exclude<Kind, 'test'>, entry: Import, to: Place, local: boolean): string | null {
  const may = TABLE[kind];
  if (to.layer === 'module') {
    if (to.kind === 'api') return may.api ? null : `${nameOf(kind)} does not import api.ts`;
    return to.kind && may.own.includes(to.kind)
      ? null
      : `${nameOf(kind)} may import of its module: ${may.own.map(nameOf).join(', ')}`;
  }
  if (to.layer === 'ui') return may.ui ? null : `${nameOf(kind)} does not import ui`;
  if (kind !== 'page') return null;
  if (local && KERNEL_IO.test(entry.target)) return 'a page has no input and no output';
  return entry.target.startsWith('node:') ? 'a page has no input and no output' : null;
}

const nameOf = (kind: Kind): string =>
  ({ page: 'pages/*.tsx', routes: 'routes.tsx', text: 'text.*.ts' })[kind as string] ?? `${kind}.ts`;
