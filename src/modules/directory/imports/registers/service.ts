import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { warsawDate } from '#kernel/time.ts';
import { mayEdit } from '../../policy.ts';
import { type RecordView, readRecord } from '../../record/api.ts';
import { uploadFile } from '../run/service.ts';
import { text } from '../text.pl.ts';
import { birRegister } from './bir/service.ts';
import { krsRegister } from './krs/service.ts';
import { type Fetch, numbersOf, type Register, RegisterError, type RegisterSettings } from './schema.ts';

/** The registers that the settings switch on; none without any. */
export const registersOf = (settings: RegisterSettings, fetcher: Fetch = fetch): readonly Register[] => [
  ...(settings.KRS_API_URL ? [krsRegister(settings.KRS_API_URL, fetcher)] : []),
  ...(settings.BIR1_URL && settings.BIR1_KEY
    ? [birRegister(settings.BIR1_URL, settings.BIR1_KEY, fetcher)]
    : []),
];

export async function editable(ctx: Ctx, id: string): Promise<RecordView> {
  const found = mayEdit(ctx.actor).allowed ? await readRecord(ctx, id) : null;
  if (!found) throw notFound();
  return found;
}

/**
 * Asks a register about a record and keeps the answer as an import to look at; gives its id. Throws `invalid` when the
 * register is off, does not answer, or knows nothing.
 */
export async function fetchFor(
  ctx: Ctx,
  registers: readonly Register[],
  id: string,
  source: Register['source'],
): Promise<string> {
  const t = text[ctx.lang].registers;
  const numbers = numbersOf(await editable(ctx, id));
  const register = registers.find((r) => r.source === source && r.asks(numbers));
  if (!register) throw invalid({ field: '', message: registers.length === 0 ? t.off : t.noNumber });
  await record(ctx, { action: 'directory.fetch', objectType: 'entity', objectId: id, detail: { source } });
  try {
    const answer = await register.fetch(numbers);
    if (!answer) throw invalid({ field: '', message: t.unknown });
    return await uploadFile(ctx, { source, sourceOn: warsawDate(ctx.now), isWhole: false, ...answer });
  } catch (error) {
    if (error instanceof RegisterError)
      throw invalid({ field: '', message: error.code === 'answer' ? t.odd : t.unreached });
    throw error;
  }
}
