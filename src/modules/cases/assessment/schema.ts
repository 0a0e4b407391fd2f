import { z } from 'zod';
import type { Scale } from '../diagnosis/api.ts';
import { caseParams, rowVersion } from '../schema.ts';

export interface PartEntry {
  readonly domain: string;
  readonly scale: Scale | null;
  readonly note: string;
  readonly rowVersion: number;
}

const long = z.string().trim().max(8000).default('');

/** Fields `scale_<domain>`, `note_<domain>`, `v_<domain>` for each domain of the page. */
export const partsBody = z
  .object({ work: long, work_version: z.coerce.number().int().min(0).default(0) })
  .loose();
export const draftBody = z.object({}).loose();
export const ownViewBody = z.object({ own_view: long, strengths: long, _version: rowVersion });
export type OwnView = z.output<typeof ownViewBody>;
export const conclusionBody = z.object({
  conclusion: long,
  meeting_on: z.string().trim().max(40).default(''),
  present: z.string().trim().max(1000).default(''),
  _version: rowVersion,
});
export type Conclusion = z.output<typeof conclusionBody>;
export const assessmentParams = caseParams;

const SCALE: readonly Scale[] = [0, 1, 2, 3, 4];

const first = (value: unknown): string =>
  typeof value === 'string' ? value : Array.isArray(value) && typeof value[0] === 'string' ? value[0] : '';

/** Reads the fields of these domains; a domain that was not on the page is not touched. */
export function readEntries(
  values: Readonly<Record<string, unknown>>,
  domains: readonly string[],
): { entries: PartEntry[]; tooLong: string[] } {
  const entries: PartEntry[] = [];
  const tooLong: string[] = [];
  for (const domain of domains) {
    const version = Number(first(values[`v_${domain}`]));
    if (!Number.isInteger(version) || version < 1) continue;
    const note = first(values[`note_${domain}`]).trim();
    if (note.length > 8000) tooLong.push(`note_${domain}`);
    const scale = SCALE.find((s) => String(s) === first(values[`scale_${domain}`])) ?? null;
    entries.push({ domain, scale, note, rowVersion: version });
  }
  return { entries, tooLong };
}
