import { all, type Decision } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { invalid, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { SharedCase } from '../../schema.ts';
import { loadCase, mayWriteClass, recordChange, team, terms, today } from '../../service.ts';
import { mayInstrument } from '../policy.ts';
import { must } from '../service.ts';
import * as queries from './queries.ts';
import type { InstrumentState } from './schema.ts';

/** An instrument of law that lives in an office's own system: number and dates, never its content. */
export interface Instrument {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly number: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly signedOn: LocalDate | null;
  readonly startedOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
  readonly state: InstrumentState;
  readonly rowVersion: number;
}

export interface NewInstrument {
  readonly kind: string;
  readonly number?: string;
  readonly institutionId: string;
  readonly signedOn?: string;
  readonly startedOn?: string;
  readonly endsOn?: string;
  readonly state: InstrumentState;
}

export async function instruments(ctx: Ctx, caseId: string): Promise<Instrument[]> {
  const [rows, kinds] = await Promise.all([queries.findInstruments(ctx, caseId), terms(ctx, 'instrument')]);
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    label: kinds.find((k) => k.code === r.kind)?.label ?? r.kind,
    number: r.number,
    institutionId: r.institution_id,
    institutionName: r.institution_name,
    signedOn: r.signed_on,
    startedOn: r.started_on,
    endsOn: r.ends_on,
    state: r.state as InstrumentState,
    rowVersion: r.row_version,
  }));
}

/** Whether the reader may link an instrument; the form and its sending ask alike. */
export const instrumentDecision = async (ctx: Ctx, c: SharedCase): Promise<Decision> =>
  all(mayInstrument(ctx.actor), await mayWriteClass(ctx, c.id, 'D5'));

/** Adds an instrument, or changes the one named by `existing` (throws `stale` when it is no longer that version). */
export async function saveInstrument(
  ctx: Ctx,
  caseId: string,
  i: NewInstrument,
  existing?: { id: string; version: number },
): Promise<string> {
  const c = await loadCase(ctx, caseId);
  must(await instrumentDecision(ctx, c));
  const [kinds, people] = await Promise.all([terms(ctx, 'instrument'), team(ctx, caseId)]);
  if (!kinds.some((k) => k.code === i.kind)) throw invalid({ field: 'kind', message: 'choice' });
  if (!people.some((w) => w.institution_id === i.institutionId))
    throw invalid({ field: 'institution_id', message: 'choice' });
  const read = (field: string, typed: string | undefined): LocalDate | null => {
    if (!typed?.trim()) return null;
    const date = parseDate(typed, { today: today(ctx) });
    if (!date) throw invalid({ field, message: 'date.invalid' });
    return date;
  };
  const fields = {
    kind: i.kind,
    number: i.number?.trim() ?? '',
    institutionId: i.institutionId,
    signedOn: read('signed_on', i.signedOn),
    startedOn: read('started_on', i.startedOn),
    endsOn: read('ends_on', i.endsOn),
    state: i.state,
  };
  if (fields.startedOn && fields.endsOn && fields.endsOn < fields.startedOn)
    throw invalid({ field: 'ends_on', message: 'date.order' });
  const id = existing?.id ?? newId();
  const written = existing
    ? await queries.updateInstrument(ctx, id, caseId, existing.version, fields)
    : await queries.insertInstrument(ctx, id, caseId, fields);
  if (written === 0) throw stale();
  await recordChange(ctx, c, 'plan.instrument', 'linked_instrument', id, { kind: i.kind, state: i.state });
  return id;
}
