import type { Ctx } from '#kernel/context.ts';
import { AppError, notFound } from '#kernel/errors.ts';
import { mayCoordinate, mayRepresent } from '../policy.ts';
import { hold, membersOf, note, partnershipOf, standingOf, today } from '../service.ts';
import { mayAnswer, mayRead } from './policy.ts';
import * as queries from './queries.ts';
import {
  type Chapter,
  isLevel,
  type Place,
  type Requirement,
  type Round,
  type RoundState,
  type RoundView,
} from './schema.ts';

const roundFrom = (ctx: Ctx, row: queries.RoundRow): Round => ({
  id: row.id,
  partnershipId: row.partnership_id,
  year: row.year,
  standard: ctx.lang === 'en' ? row.standard_en : row.standard_pl,
  standardPath: `/library/${row.standard_slug}`,
  version: row.standard_version,
  legalStateOn: row.legal_state_on,
  state: row.state as RoundState,
  openedOn: row.opened_on,
  dueOn: row.due_on,
  disclosedOn: row.disclosed_on,
  concludedOn: row.concluded_on,
  summary: row.summary,
  rowVersion: row.row_version,
});

/** The partnership for its members; anybody else finds nothing here. */
export async function placeOf(ctx: Ctx, id: string): Promise<Place> {
  const partnership = await partnershipOf(ctx, id);
  const standing = await standingOf(ctx, id);
  if (!standing.member) throw notFound();
  const live = partnership.state !== 'ended';
  return {
    partnership,
    members: await membersOf(ctx, id),
    coordinates: live && mayCoordinate(ctx.actor, standing).allowed,
    represents: live && mayRepresent(ctx.actor, standing).allowed,
  };
}

/** Newest first. */
export const roundsOf = async (ctx: Ctx, partnershipId: string): Promise<Round[]> =>
  (await queries.findRounds(ctx, partnershipId)).map((row) => roundFrom(ctx, row));

const requirementFrom = (ctx: Ctx, row: queries.RequirementRow): Requirement => {
  const en = ctx.lang === 'en';
  return {
    code: row.code,
    chapter: en ? row.chapter_en : row.chapter_pl,
    title: en ? row.title_en : row.title_pl,
    what: en ? row.what_en : row.what_pl,
    evidence: en ? row.evidence_en : row.evidence_pl,
    basic: row.basic,
    law: row.law,
    path: row.path,
  };
};

async function chaptersOf(ctx: Ctx, roundId: string): Promise<Chapter[]> {
  const requirements = (await queries.findRequirements(ctx, roundId)).map((row) => requirementFrom(ctx, row));
  const number = (r: Requirement) => Number(r.code.split('.')[0]);
  return [...new Set(requirements.map(number))].map((n) => {
    const own = requirements.filter((r) => number(r) === n);
    return { number: n, title: (own[0]?.chapter ?? '').replace(/^\d+\.\s*/, ''), requirements: own };
  });
}

/** A round as the reader may see it. Throws `not_found`. */
export async function roundView(ctx: Ctx, id: string, year: number): Promise<RoundView> {
  const place = await placeOf(ctx, id);
  const round = (await roundsOf(ctx, id)).find((each) => each.year === year);
  if (!round) throw notFound();
  const sheets = (await queries.findSheets(ctx, round.id)).map((row) => ({
    institutionId: row.institution_id,
    name: row.name,
    shortName: row.short_name,
    type: row.type,
    handedInOn: row.handed_in_on,
  }));
  const own = sheets.find((sheet) => sheet.institutionId === ctx.actor.institutionId) ?? null;
  return {
    ...place,
    round,
    chapters: await chaptersOf(ctx, round.id),
    own,
    sheets,
    answers: (await queries.findAnswers(ctx, round.id)).flatMap(
      ({ institution_id, file_id, level, ...row }) => {
        const answer = { ...row, institutionId: institution_id, fileId: file_id };
        return isLevel(level) && mayRead(round, answer, ctx.actor.institutionId)
          ? [{ ...answer, level }]
          : [];
      },
    ),
    conclusions: (await queries.findConclusions(ctx, round.id)).flatMap(({ level, ...row }) =>
      isLevel(level) ? [{ ...row, level }] : [],
    ),
    mayAnswer: mayAnswer(place.represents, round, own).allowed,
  };
}

/** The round, held for a change. Throws `not_found`, and `conflict` when it has moved on. */
export async function holdRound(ctx: Ctx, id: string, year: number): Promise<RoundView> {
  await hold(ctx, id);
  const view = await roundView(ctx, id, year);
  await queries.lockRound(ctx, view.round.id);
  return view;
}

/** The coordinator closes: what is there is disclosed, whoever has not answered has not. */
export async function closeRound(ctx: Ctx, id: string, year: number): Promise<Round> {
  const { round, coordinates } = await holdRound(ctx, id, year);
  if (!coordinates) throw notFound();
  if ((await queries.disclose(ctx, round.id, today(ctx))) === 0)
    throw new AppError('conflict', { reason: 'round_closed' });
  await note(ctx, 'standard.disclose', id, { year });
  return round;
}
