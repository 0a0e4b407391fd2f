/** Where a file of `src` stands, read from its path alone. */
export type Layer = 'kernel' | 'ui' | 'client' | 'module' | 'app' | 'test' | 'other';

export const KINDS = [
  'schema',
  'policy',
  'queries',
  'service',
  'api',
  'routes',
  'page',
  'jobs',
  'text',
  'test',
] as const;
export type Kind = (typeof KINDS)[number];

export interface Place {
  readonly layer: Layer;
  /** The folder under `src/modules`. */
  readonly module?: string;
  /** What the file of a module is; undefined when it has a name that no rule knows. */
  readonly kind?: Kind;
}

const NAMES: readonly (readonly [RegExp, Kind])[] = [
  [/\.test\.tsx?$/, 'test'],
  [/^schema\.ts$/, 'schema'],
  [/^policy\.ts$/, 'policy'],
  [/^queries\.ts$/, 'queries'],
  [/^service\.ts$/, 'service'],
  [/^api\.ts$/, 'api'],
  [/^routes\.tsx$/, 'routes'],
  [/^jobs\.ts$/, 'jobs'],
  [/^text\.(pl|en|uk)\.ts$/, 'text'],
];

export function placeOf(path: string): Place {
  const parts = path.split('/');
  const [top, layer, module] = parts;
  if (top === 'test' || (top === 'src' && layer !== 'modules' && /\.test\.tsx?$/.test(path)))
    return { layer: 'test' };
  if (top !== 'src') return { layer: 'other' };
  if (layer === 'kernel' || layer === 'ui' || layer === 'client') return { layer };
  if (layer !== 'modules' || parts.length < 4) return { layer: 'app' };
  const kind = kindOf(parts.slice(3));
  return { layer: 'module', ...(module && { module }), ...(kind && { kind }) };
}

/** `rest` is the path inside the module: folders of sub-concerns, perhaps `pages`, and the name. */
function kindOf(rest: readonly string[]): Kind | undefined {
  const name = rest.at(-1) ?? '';
  const folders = rest.slice(0, -1);
  if (!folders.every((folder) => /^[a-z][a-z0-9-]*$/.test(folder))) return undefined;
  if (/\.test\.tsx?$/.test(name)) return 'test';
  const inPages = folders.indexOf('pages');
  if (inPages >= 0)
    return inPages === folders.length - 1 && /^[a-z][a-z0-9-]*\.(tsx|typ)$/.test(name) ? 'page' : undefined;
  return NAMES.find(([pattern]) => pattern.test(name))?.[1];
}
