import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#kernel/config.ts';

/** The access record of a release fixture is sealed with it; it guards nothing. */
export const FIXTURE_SECRET = 'the secret of the release fixtures';

const DIRECTORY = join(projectRoot, 'test/fixtures');

/** Data as earlier releases kept them; `scripts/release-fixture.ts` adds that of a new one. */
export const releases = (): readonly { readonly name: string; readonly file: string }[] =>
  readdirSync(DIRECTORY)
    .filter((name) => /^release-\d{4}\.tar\.gz$/.test(name))
    .sort()
    .map((name) => ({ name, file: join(DIRECTORY, name) }));
