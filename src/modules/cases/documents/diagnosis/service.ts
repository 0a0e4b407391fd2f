import type { DataClass } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import type { Lang } from '#kernel/i18n.ts';
import { formatDate, formatDateTime, warsawDate } from '#kernel/time.ts';
import { type Diagnosis, loadDiagnosis, type Part, scaleWords } from '../../diagnosis/api.ts';
import { loadCase } from '../../service.ts';
import {
  inLang,
  issue,
  namedPerson,
  namesOf,
  numberPart,
  officeOf,
  officialLang,
} from '../printing/service.ts';
import type { Block } from '../schema.ts';
import { type Text, text } from './text.pl.ts';

/** Whether the content of a part is open to the reader; of the rest only the name of the domain is printed. */
const shown = (part: Part): boolean => part.content !== null;

/**
 * The diagnosis as far as the reader may see it: what row-level security keeps back is named as a part not shown.
 * Throws `not_found` when there is none or its class is closed to the reader.
 */
export async function diagnosisSummary(
  request: Ctx,
  caseId: string,
  number: number,
  wanted?: Lang,
): Promise<Response> {
  const lang = officialLang(request, wanted);
  const ctx = inLang(request, lang);
  const t = text[lang];
  const c = await loadCase(ctx, caseId);
  const d = await loadDiagnosis(ctx, caseId, number);
  if (!d) throw notFound();
  const person = await namedPerson(ctx, c);
  const names = await namesOf(ctx, c.id);
  const classes = new Set<DataClass>(['D1', 'D5']);
  for (const part of d.parts) if (shown(part)) classes.add(part.dataClass);
  return issue(ctx, {
    kind: 'diagnosis',
    objectId: d.id,
    subjects: [{ caseId: c.id, personId: c.personId }],
    classes: [...classes],
    name: [t.file, numberPart(c.number), `w${d.number}`],
    lang,
    sheet: {
      title: t.title,
      institution: await officeOf(ctx, c.leadInstitutionId),
      number: c.number,
      version: String(d.number),
      blocks: [
        ...(d.state === 'draft' ? [{ kind: 'notice' as const, text: t.draft }] : []),
        {
          kind: 'facts',
          pairs: [
            [t.person, person.name],
            [t.birth, person.birthDate && formatDate(person.birthDate, lang)],
            [t.coordinator, (c.coordinatorId && names.get(c.coordinatorId)) ?? null],
            [t.meeting, d.meetingOn && formatDate(d.meetingOn, lang)],
            [t.present, d.present],
            ...(d.approvedAt ? [[t.approved, formatDate(warsawDate(d.approvedAt), lang)] as const] : []),
          ],
        },
        ...said(t.ownView, d.ownView || t.none),
        ...said(t.strengths, d.strengths || t.none),
        ...domains(t, lang, d.parts),
        ...said(t.conclusion, d.conclusion || t.none),
        ...(d.work ? said(t.work, d.work.body) : []),
        { kind: 'heading', level: 1, text: t.approvals },
        {
          kind: 'signatures',
          people: [...approvals(t, lang, d), { role: t.know, name: person.name, signed: null }],
        },
        { kind: 'small', text: t.confidential },
      ],
    },
  });
}

const said = (heading: string, body: string): Block[] => [
  { kind: 'heading', level: 1, text: heading },
  { kind: 'text', text: body },
];

function domains(t: Text, lang: Lang, parts: readonly Part[]): Block[] {
  const blocks: Block[] = [{ kind: 'heading', level: 1, text: t.domains }];
  for (const part of parts.filter(shown)) {
    const { content } = part;
    blocks.push({ kind: 'heading', level: 2, text: capital(part.label) });
    if (!content || content.filledAt === null || content.scale === null) {
      blocks.push({ kind: 'text', text: t.notFilled(part.institutionName) });
      continue;
    }
    blocks.push({ kind: 'text', text: t.rating(scaleWords(lang, content.scale), part.institutionName) });
    if (content.note) blocks.push({ kind: 'text', text: content.note });
  }
  const hidden = parts.filter((part) => !shown(part));
  if (hidden.length > 0)
    blocks.push(
      { kind: 'heading', level: 2, text: t.notShown },
      { kind: 'text', text: t.notShownWhy },
      { kind: 'bullets', items: hidden.map((part) => part.label) },
    );
  return blocks;
}

const capital = (label: string): string => label.charAt(0).toLocaleUpperCase('pl') + label.slice(1);

const approvals = (t: Text, lang: Lang, d: Diagnosis) =>
  d.approvals.map((a) => ({
    role: a.institutionName,
    name: a.workerName,
    signed: a.current || d.state === 'approved' ? t.signed(formatDateTime(a.at, lang)) : t.outdated,
  }));
