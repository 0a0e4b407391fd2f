import { z } from 'zod';
import { caseParams, rowVersion } from '../../schema.ts';

export const INSTRUMENT_STATES = ['draft', 'signed', 'in_progress', 'evaluated', 'closed', 'broken'] as const;
export type InstrumentState = (typeof INSTRUMENT_STATES)[number];

export const instrumentParams = caseParams.extend({ instrumentId: z.uuid() });
const line = (max: number) => z.string().trim().max(max).default('');
export const instrumentBody = z.object({
  kind: z.string().min(1),
  number: line(80),
  institution_id: z.uuid(),
  signed_on: line(40),
  started_on: line(40),
  ends_on: line(40),
  state: z.enum(INSTRUMENT_STATES),
  _version: rowVersion.optional(),
});
export type InstrumentBody = z.output<typeof instrumentBody>;
