import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '#kernel/config.ts';

const run = promisify(execFile);

export interface BrowserFiles {
  readonly executable: string;
  /** What the browser needs in its environment: its libraries and fonts. */
  readonly env: Record<string, string>;
}

/**
 * Unpacks the browser that came with the packages, once for each version, into `node_modules/.cache`. It needs no
 * library of the system but glibc: the few others lie in the package for Amazon's functions, and another process
 * unpacks them pretending to be one, so that its settings do not leak into this one.
 */
export async function unpackBrowser(): Promise<BrowserFiles> {
  const manifest = join(projectRoot, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const cache = join(projectRoot, 'node_modules/.cache/splot-browser');
  const dir = join(cache, version);
  if (!existsSync(dir)) await unpack(cache, dir);
  return {
    executable: join(dir, 'chromium'),
    env: { LD_LIBRARY_PATH: join(dir, 'al2023/lib'), FONTCONFIG_FILE: join(dir, 'fonts.conf'), HOME: dir },
  };
}

const UNPACK = `import('@sparticuz/chromium').then((m) => m.default.executablePath())`;

async function unpack(cache: string, dir: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'unpacking-'));
  try {
    const env = { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' };
    await run(process.execPath, ['-e', UNPACK], { cwd: projectRoot, env });
    await writeFile(
      join(draft, 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${dir}/fonts</dir><cachedir>${dir}/fonts-cache</cachedir></fontconfig>\n`,
    );
    await rename(draft, dir);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another test process was faster.
    if (!existsSync(dir)) throw error;
  }
}
