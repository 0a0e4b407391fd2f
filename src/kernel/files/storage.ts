import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { type Config, ConfigError } from '../config.ts';

/** Says whether bytes carry something harmful; throws when it cannot say, and is asked again later. */
export interface Scanner {
  scan(bytes: Uint8Array): Promise<'clean' | 'infected'>;
}

export interface FileStore {
  readonly disk: Disk;
  /** Without one, files are kept as `unscanned` and may be opened. */
  readonly scanner?: Scanner;
}

let store: FileStore | undefined;

/** Tells the kernel where files lie; once, at the start of the process. */
export function setFileStore(value: FileStore): void {
  store = value;
}

export function fileStore(): FileStore {
  if (!store) throw new Error('files: setFileStore() was not called at the start');
  return store;
}

type StorageConfig = Pick<
  Config,
  | 'DATA_DIR'
  | 'STORAGE'
  | 'S3_ENDPOINT'
  | 'S3_REGION'
  | 'S3_BUCKET'
  | 'S3_ACCESS_KEY_ID'
  | 'S3_SECRET_ACCESS_KEY'
>;

/**
 * The storage of the configuration: a folder under DATA_DIR, or an S3-compatible bucket. The client of the latter is
 * large and few need it, so it is not among the dependencies; throws ConfigError that says how to add it.
 */
export async function openStorage(config: StorageConfig): Promise<Disk> {
  if (config.STORAGE === 'disk')
    return new Disk(new FSDriver({ location: join(config.DATA_DIR, 'files'), visibility: 'private' }));
  const { S3Driver } = await import('flydrive/drivers/s3').catch(() => {
    throw new ConfigError(
      'STORAGE=s3 needs two more packages: npm install @aws-sdk/client-s3 @aws-sdk/s3-request-presigner',
    );
  });
  return new Disk(
    new S3Driver({
      bucket: config.S3_BUCKET ?? '',
      region: config.S3_REGION,
      ...(config.S3_ENDPOINT && { endpoint: config.S3_ENDPOINT, forcePathStyle: true }),
      credentials: {
        accessKeyId: config.S3_ACCESS_KEY_ID ?? '',
        secretAccessKey: config.S3_SECRET_ACCESS_KEY ?? '',
      },
      visibility: 'private',
      supportsACL: false,
    }),
  );
}

/** The folder of a month; sweeping looks through the last two. */
export const monthPrefix = (at: Date): string =>
  `${at.getUTCFullYear()}/${String(at.getUTCMonth() + 1).padStart(2, '0')}`;

/** A key nobody can guess and that says nothing of the file. */
export const newStorageKey = (at: Date): string => `${monthPrefix(at)}/${randomBytes(24).toString('hex')}`;
