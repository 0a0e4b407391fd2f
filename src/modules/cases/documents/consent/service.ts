import type { DataClass } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { isLang, type Lang } from '#kernel/i18n.ts';
import { formatDate, formatDateTime } from '#kernel/time.ts';
import { type Consent, consentsOf, recipientsOf } from '../../consents/api.ts';
import { SPECIAL } from '../../grants/api.ts';
import type { SharedCase } from '../../schema.ts';
import { loadCase } from '../../service.ts';
import {
  grouped,
  inLang,
  issue,
  namedPerson,
  numberPart,
  officeOf,
  partnershipName,
  printedOn,
} from '../printing/service.ts';
import type { Block } from '../schema.ts';
import * as queries from './queries.ts';
import { type Text, text } from './text.pl.ts';

/** The consent form for one institution, to be filled and signed on paper; `easy` to read when asked. */
export async function consentForm(
  request: Ctx,
  caseId: string,
  institutionId: string,
  how: { lang?: Lang; easy?: boolean } = {},
): Promise<Response> {
  const c = await loadCase(request, caseId);
  const recipient = (await recipientsOf(request, c)).find((r) => r.institutionId === institutionId);
  if (!recipient) throw notFound();
  return consentSheet(request, c, { recipient, lang: how.lang ?? request.lang, easy: how.easy ?? false });
}

/** A consent as it was recorded: what it covers, until when, and whether it was withdrawn. */
export async function recordedConsent(request: Ctx, caseId: string, consentId: string): Promise<Response> {
  const c = await loadCase(request, caseId);
  const consent = (await consentsOf(request, caseId)).find((one) => one.id === consentId);
  if (!consent) throw notFound();
  return consentSheet(request, c, { consent, lang: isLang(consent.lang) ? consent.lang : 'pl', easy: false });
}

interface Form {
  readonly recipient?: { readonly institutionId: string; readonly classes: readonly DataClass[] };
  readonly consent?: Consent;
  readonly lang: Lang;
  readonly easy: boolean;
}

async function consentSheet(request: Ctx, c: SharedCase, form: Form): Promise<Response> {
  const { consent, easy } = form;
  const version = consent?.textVersion ?? null;
  const row = await queries.findConsentText(request, version, form.lang, easy, printedOn(request));
  const recipientId = consent?.institutionId ?? form.recipient?.institutionId;
  if (!row || !recipientId) throw notFound();
  const lang = isLang(row.lang) ? row.lang : 'pl';
  const ctx = inLang(request, lang);
  const t = text[lang];
  const office = await officeOf(ctx, recipientId);
  const person = await namedPerson(ctx, c);
  const scope = consent ? covered(t, consent) : asked(t, form.recipient?.classes ?? [], easy);
  return issue(ctx, {
    kind: 'consent',
    objectId: consent?.id ?? c.id,
    subjects: [{ caseId: c.id, personId: c.personId }],
    classes: ['D1'],
    name: [t.consent.file, numberPart(c.number), `v${row.version}`, lang, ...(easy ? ['etr'] : [])],
    lang,
    sheet: {
      title: easy ? t.consent.easyTitle : t.consent.title,
      institution: await officeOf(ctx, c.leadInstitutionId),
      number: c.number,
      version: row.version,
      large: easy,
      blocks: [
        ...(consent?.withdrawnAt
          ? [
              {
                kind: 'notice' as const,
                text: t.consent.withdrawn(formatDateTime(consent.withdrawnAt, lang)),
              },
            ]
          : []),
        {
          kind: 'facts',
          pairs: [
            [t.consent.who, person.name],
            ...(easy || !person.birthDate
              ? []
              : [[t.consent.birth, formatDate(person.birthDate, lang)] as const]),
            [
              t.consent.recipient,
              [office?.name, ...(easy ? [] : (office?.lines.slice(0, 1) ?? []))].join('\n'),
            ],
            ...(easy ? [] : [[t.consent.partnership, await partnershipName(ctx, c)] as const]),
          ],
        },
        ...(easy ? [] : [{ kind: 'heading' as const, level: 1 as const, text: t.consent.text }]),
        ...prose(row.body),
        ...scope,
        ...signing(t, person.name, consent ?? null, lang),
        { kind: 'small', text: t.consent.textVersion(row.version, grouped(row.hash)) },
      ],
    },
  });
}

/** Paragraphs, and lists where lines begin with a dash. */
function prose(body: string): Block[] {
  return body.split(/\n\s*\n/).flatMap((part): Block[] => {
    const [items, words] = [part.split('\n').filter(isItem), part.split('\n').filter((l) => !isItem(l))];
    return [
      { kind: 'text', text: words.join('\n') },
      ...(items.length > 0 ? [{ kind: 'bullets' as const, items: items.map((l) => l.slice(2)) }] : []),
    ];
  });
}
const isItem = (line: string): boolean => line.startsWith('– ');

const easyLabel = (t: Text, dataClass: DataClass): string => {
  const labels: Readonly<Partial<Record<DataClass, string>>> = t.easyClasses;
  return labels[dataClass] ?? t.classes[dataClass];
};

/** Boxes to tick. Health stands apart, so that nobody ticks it in passing. */
function asked(t: Text, classes: readonly DataClass[], easy: boolean): Block[] {
  const label = (one: DataClass) => (easy ? easyLabel(t, one) : t.classes[one]);
  const usual = classes.filter((one) => !SPECIAL.includes(one) && !['D9', 'D10'].includes(one));
  const special = classes.filter((one) => SPECIAL.includes(one));
  return [
    { kind: 'heading', level: 1, text: t.consent.scope },
    { kind: 'ticks', intro: easy ? t.easyTick : t.consent.tick, items: usual.map(label) },
    ...(special.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 2 as const, text: t.consent.special },
          { kind: 'ticks' as const, intro: t.consent.specialTick, items: special.map(label) },
        ]),
    { kind: 'fields', items: [[t.consent.validTo, t.consent.days]] },
  ];
}

function covered(t: Text, consent: Consent): Block[] {
  const known: readonly DataClass[] = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7'];
  const not = known.filter((one) => !consent.classes.includes(one));
  return [
    { kind: 'heading', level: 1, text: t.consent.agreed },
    { kind: 'bullets', items: consent.classes.map((one) => t.classes[one]) },
    ...(not.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 1 as const, text: t.consent.notAgreed },
          { kind: 'bullets' as const, items: not.map((one) => t.classes[one]) },
        ]),
  ];
}

function signing(t: Text, name: string | null, consent: Consent | null, lang: Lang): Block[] {
  if (!consent)
    return [
      {
        kind: 'signatures',
        people: [
          { role: t.consent.person, name, signed: null },
          { role: t.consent.worker, name: null, signed: null },
        ],
      },
    ];
  const ways: Readonly<Record<string, string>> = t.consent.ways;
  const signed = [
    t.consent.given(formatDate(consent.givenOn, lang), ways[consent.way] ?? consent.way),
    t.consent.until(formatDate(consent.validTo, lang)),
    consent.note,
  ];
  return [
    {
      kind: 'signatures',
      people: [{ role: t.consent.person, name, signed: signed.filter(Boolean).join('\n') }],
    },
  ];
}
