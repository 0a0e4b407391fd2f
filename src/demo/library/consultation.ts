import { type Ctx, SYSTEM_ACTOR } from '../../kernel/context.ts';
import { sql } from '../../kernel/db/tx.ts';
import { hashOf, newId } from '../../kernel/ids.ts';
import { addDays, instantAt, type LocalDate } from '../../kernel/time.ts';
import {
  answer,
  leave,
  openRound,
  type RemarkForm,
  readPart,
  remarksOf,
} from '../../modules/library/consultation/api.ts';
import type { Parts } from '../../parts.ts';
import type { Cast } from '../cast.ts';
import { INVITATION, REMARKS, type SaidRemark, WAITING } from './remarks.ts';

const OPENED = 20;
/** The meeting about it is in nine weeks. */
const CLOSES = 70;

/** An open round about the standard: remarks of institutions and of people, most of them answered. */
export async function loadConsultation(
  parts: Parts,
  cast: Cast,
  documents: ReadonlyMap<string, string>,
  today: LocalDate,
): Promise<void> {
  const standard = documents.get('publication/standard-wspolpracy');
  if (standard === undefined) return;
  const at = (ago: number) => addDays(today, -ago);
  const round = await cast.act('redaktor', at(OPENED), 'P5', (ctx) =>
    openRound(ctx, {
      document: standard,
      lang: 'pl',
      source: 'shown',
      invitation: INVITATION,
      guests: 'wait',
      opensOn: at(OPENED),
      opensAt: '',
      closesOn: addDays(today, CLOSES),
      closesAt: '',
    }),
  );
  for (const said of REMARKS) {
    const { by, part, kind, body } = said;
    if (by === undefined) await asGuest(parts, round, said, at(said.ago), 'shown');
    else
      await cast.act(by, at(said.ago), 'P5', async (ctx) => {
        const form: RemarkForm = {
          ...{ kind, body, block: await blockOf(ctx, round, said) },
          ...{ name: '', email: '', _shown: '', company: '' },
        };
        await leave(ctx, { id: round, position: part }, form, '');
      });
    if (!said.answer) continue;
    const [outcome, words, ago] = said.answer;
    await cast.act('redakcja', at(ago), 'P5', async (ctx) => {
      const found = (await remarksOf(ctx, round, part)).find((each) => each.body === body);
      if (found) await answer(ctx, found.id, { outcome, answer: words });
    });
  }
  await asGuest(parts, round, WAITING, at(WAITING.ago), 'waiting');
}

/** The paragraph that begins so. Throws when the text of the standard has changed. */
async function blockOf(ctx: Ctx, round: string, { part, to }: SaidRemark): Promise<string> {
  const { title, paragraphs } = await readPart(ctx, round, part);
  const found = paragraphs.find(({ excerpt }) => excerpt.startsWith(to));
  if (!found) throw new Error(`demonstration: ${title} has no paragraph ${to}`);
  return found.key;
}

/** As if the link of the letter had been opened; the address is long gone. */
const asGuest = (parts: Parts, round: string, said: SaidRemark, day: LocalDate, state: 'shown' | 'waiting') =>
  parts.db.transaction(
    {
      actor: SYSTEM_ACTOR,
      now: instantAt(day, '12:30'),
      lang: 'pl',
      requestId: 'demo',
      purpose: 'P7',
      path: 'demo',
    },
    async (ctx) => {
      const block = await blockOf(ctx, round, said);
      await ctx.tx.run(sql`
        insert into library.remark (id, consultation_id, position, block, kind, body, signature, lang, state, text_hash, created_at, shown_at)
        values (${newId()}, ${round}, ${said.part}, ${block}, ${said.kind}, ${said.body}, ${said.signature ?? ''}, 'pl', ${state},
          ${hashOf(said.body)}, kernel.instant(), ${state === 'shown' ? ctx.now : null})`);
    },
  );
