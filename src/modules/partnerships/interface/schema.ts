import { z } from 'zod';
import { idParams, STATES } from '../schema.ts';

export const partnershipLine = z.object({
  id: z.uuid(),
  name: z.string(),
  countyCode: z.string(),
  state: z.enum(STATES),
  startedOn: z.iso.date(),
  endedOn: z.iso.date().nullable(),
});

export const partnership = partnershipLine.extend({
  members: z.array(
    z.object({
      institutionId: z.uuid(),
      name: z.string(),
      type: z.string(),
      joinedOn: z.iso.date(),
      leftOn: z.iso.date().nullable(),
    }),
  ),
  gminas: z.array(z.object({ id: z.string(), name: z.string() })),
});

export const partnershipParams = idParams;
