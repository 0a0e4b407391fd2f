import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import type { Lang } from '#kernel/i18n.ts';
import { formatDate, formatDateTime } from '#kernel/time.ts';
import { type Review, reviewsOf } from '../../review/api.ts';
import { loadCase, team, terms } from '../../service.ts';
import { inLang, issue, namedPerson, numberPart, officeOf, officialLang } from '../printing/service.ts';
import type { Block, Signatory } from '../schema.ts';
import { type Text, text } from './text.pl.ts';

/** The minutes of a recorded review, with places to sign for the person and each institution of the team. */
export async function reviewMinutes(
  request: Ctx,
  caseId: string,
  number: number,
  wanted?: Lang,
): Promise<Response> {
  const lang = officialLang(request, wanted);
  const ctx = inLang(request, lang);
  const t = text[lang];
  const c = await loadCase(ctx, caseId);
  const review = (await reviewsOf(ctx, caseId)).find((r) => r.number === number);
  if (!review) throw notFound();
  const person = await namedPerson(ctx, c);
  const trigger = (await terms(ctx, 'review_trigger')).find((term) => term.code === review.trigger);
  return issue(ctx, {
    kind: 'review',
    objectId: review.id,
    subjects: [{ caseId: c.id, personId: c.personId }],
    classes: ['D1', 'D5'],
    name: [t.file, numberPart(c.number), String(review.number)],
    lang,
    sheet: {
      title: t.title(review.number),
      institution: await officeOf(ctx, c.leadInstitutionId),
      number: c.number,
      blocks: [
        {
          kind: 'facts',
          pairs: [
            [t.person, person.name],
            [t.held, formatDate(review.heldOn, lang)],
            [t.kind, t.kinds[review.kind]],
            [t.trigger, trigger?.label ?? review.trigger],
            [t.present, review.present],
          ],
        },
        ...findings(t, review),
        { kind: 'heading', level: 1, text: t.minutes },
        { kind: 'text', text: review.minutes || t.noMinutes },
        { kind: 'heading', level: 1, text: t.decision },
        {
          kind: 'notice',
          text: [
            t.decisions[review.decision],
            review.nextReviewOn && t.next(formatDate(review.nextReviewOn, lang)),
          ]
            .filter(Boolean)
            .join(' '),
        },
        { kind: 'heading', level: 1, text: t.signatures },
        { kind: 'signatures', people: await signing(ctx, t, caseId, person.name) },
        {
          kind: 'small',
          text: [
            review.recordedBy && `${t.recorder}: ${review.recordedBy}.`,
            t.recorded(formatDateTime(review.recordedAt, lang)),
          ]
            .filter(Boolean)
            .join(' '),
        },
      ],
    },
  });
}

function findings(t: Text, review: Review): Block[] {
  const scales: Readonly<Record<string, string>> = t.scales;
  return [
    { kind: 'heading', level: 1, text: t.goals },
    {
      kind: 'records',
      header: [t.goal, t.near],
      columns: [3, 1.3],
      empty: t.nothing,
      rows: review.goals.map((g) => [g.label, scales[`s${g.scale}`] ?? String(g.scale)]),
    },
    { kind: 'heading', level: 1, text: t.items },
    {
      kind: 'records',
      header: [t.item, t.result, t.reason],
      columns: [3, 1.3, 3],
      empty: t.nothing,
      rows: review.items.map((i) => [i.label, t.results[i.result], i.reason]),
    },
  ];
}

/** The person, then each institution of the team; whoever was present signs. */
async function signing(ctx: Ctx, t: Text, caseId: string, person: string | null): Promise<Signatory[]> {
  const institutions = new Map<string, string>();
  for (const m of await team(ctx, caseId))
    if (m.institution_id && m.participation !== 'observer' && m.participation !== 'referrer')
      institutions.set(m.institution_id, m.institution_name ?? '');
  return [
    { role: t.person, name: person, signed: null },
    ...[...institutions.values()].map((name) => ({ role: name, name: null, signed: null })),
  ];
}
