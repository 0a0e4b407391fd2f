import { allow, type Decision, deny } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';

type Who = Pick<Actor, 'permissions'>;

/** A voivodeship as a whole is for its regional institution. */
export const mayView = (actor: Who, regional: boolean): Decision =>
  regional && actor.permissions.has('region.view') ? allow : deny('notRegional');

/** Its calls are published by whoever speaks for it. */
export const mayPublish = (actor: Who, regional: boolean): Decision =>
  regional && actor.permissions.has('region.publish') ? allow : deny('notRegional');
