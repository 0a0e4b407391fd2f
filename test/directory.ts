import { warsawDate } from '#kernel/time.ts';
import { findTowns, loadInvented } from '../src/demo/directory/load.ts';
import { chance } from '../src/demo/random.ts';
import type { TestApp } from './app.ts';

/** Fills the base with invented entities, the same ones each time. Gives their ids in the order of their invention. */
export const fillDirectory = async (app: TestApp, count: number): Promise<string[]> =>
  loadInvented(app.parts, chance(7), await findTowns(app.adminUrl), count, warsawDate(app.parts.clock()));
