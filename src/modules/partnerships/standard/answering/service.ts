import type { Ctx } from '#kernel/context.ts';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { fileResponse, openFile, removeFile, storeFile } from '#kernel/files/files.ts';
import { acceptOf, FILE_KINDS } from '#kernel/files/kinds.ts';
import { note, today } from '../../service.ts';
import { handIn, putAnswer } from '../queries.ts';
import { type Chapter, isLevel, type Level, type RoundView } from '../schema.ts';
import { holdRound, roundView } from '../service.ts';
import { text } from '../text.pl.ts';

const said = (values: Readonly<Record<string, unknown>>, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
};

export interface Answering extends RoundView {
  readonly chapter: Chapter;
  /** The kinds of files that may be evidence, for the browser. */
  readonly accept: string;
}
/** A chapter for the answers of the own institution. Throws `not_found` where nothing may be answered (any more). */
export function answering(view: RoundView, number: number): Answering {
  const chapter = view.chapters.find((each) => each.number === number);
  if (!chapter || !view.mayAnswer) throw notFound();
  return { ...view, chapter, accept: acceptOf(FILE_KINDS) };
}

/** What the own institution has said, as a form holds it. */
export const answered = (view: RoundView): Record<string, string> =>
  Object.fromEntries(
    view.answers
      .filter(({ institutionId }) => institutionId === view.own?.institutionId)
      .flatMap((a) => [
        [`level-${a.code}`, a.level],
        [`evidence-${a.code}`, a.evidence],
        [`link-${a.code}`, a.link],
      ]),
  );

interface Line {
  readonly code: string;
  readonly level: Level;
  readonly evidence: string;
  readonly link: string;
  readonly file: File | null;
}

/** The answers of a form, or what is wrong with them. A requirement left empty is not answered yet. */
export function readAnswers(ctx: Ctx, chapter: Chapter, values: Readonly<Record<string, unknown>>): Line[] {
  const t = text[ctx.lang].answer;
  const errors: FieldError[] = [];
  const lines = chapter.requirements.flatMap(({ code }): Line[] => {
    const [level, evidence, link] = [`level-${code}`, `evidence-${code}`, `link-${code}`].map((name) =>
      said(values, name),
    );
    const sent = values[`file-${code}`];
    const file = sent instanceof File && sent.size > 0 ? sent : null;
    if (evidence && evidence.length > 2000) errors.push({ field: `evidence-${code}`, message: 'too_long' });
    if (link && (!URL.canParse(link) || !/^https?:\/\//.test(link)))
      errors.push({ field: `link-${code}`, message: t.linkWrong });
    if (isLevel(level)) return [{ code, level, evidence: evidence ?? '', link: link ?? '', file }];
    if (evidence || link || file) errors.push({ field: `level-${code}`, message: 'choice' });
    return [];
  });
  if (errors.length > 0) throw invalid(...errors);
  return lines;
}

/** Saves a chapter of the own answers; they may be changed until they are handed in. */
export async function saveChapter(
  ctx: Ctx,
  id: string,
  year: number,
  number: number,
  values: Readonly<Record<string, unknown>>,
): Promise<{ next: number | null }> {
  const { chapter, chapters, round, answers, own } = answering(await holdRound(ctx, id, year), number);
  for (const { file, ...line } of readAnswers(ctx, chapter, values)) {
    const fileId = file
      ? await storeFile(ctx, {
          name: file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
          allowed: FILE_KINDS,
          field: `file-${line.code}`,
        })
      : null;
    await putAnswer(ctx, { ...line, roundId: round.id, partnershipId: id, fileId, today: today(ctx) });
    const before = answers.find(
      (a) => a.institutionId === own?.institutionId && a.code === line.code,
    )?.fileId;
    if (fileId && before) await removeFile(ctx, before);
  }
  const at = chapters.findIndex((each) => each.number === number);
  return { next: chapters[at + 1]?.number ?? null };
}

/** Hands in: nothing of it changes any more. The last one in discloses the round (the database does it). */
export async function handInAnswers(ctx: Ctx, id: string, year: number): Promise<void> {
  const view = await holdRound(ctx, id, year);
  if (!view.mayAnswer) throw notFound();
  const left = unanswered(view);
  if (left.length > 0) throw invalid({ field: '', message: text[ctx.lang].answer.left(left) });
  await handIn(ctx, view.round.id, today(ctx));
  await note(ctx, 'standard.hand_in', id, { year });
}

/** Requirements of which the own institution has said nothing yet. */
export function unanswered({ chapters, answers, own }: RoundView): string[] {
  const done = new Set(answers.filter((a) => a.institutionId === own?.institutionId).map(({ code }) => code));
  return chapters.flatMap((c) => c.requirements.map(({ code }) => code).filter((code) => !done.has(code)));
}

/** The file with which an institution shows something; that of another one only once the round is disclosed. */
export async function evidenceFile(
  ctx: Ctx,
  p: { id: string; year: number; institution: string; requirement: string },
) {
  const view = await roundView(ctx, p.id, p.year);
  const fileId = view.answers.find(
    (a) => a.institutionId === p.institution && a.code === p.requirement,
  )?.fileId;
  if (!fileId) throw notFound();
  return fileResponse(await openFile(ctx, fileId));
}
