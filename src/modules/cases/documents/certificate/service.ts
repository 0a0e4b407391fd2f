import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import type { Lang } from '#kernel/i18n.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';
import { currentPlan, itemsOf, type PlanItem } from '../../plan/api.ts';
import { loadCase, terms } from '../../service.ts';
import { attendanceOf } from '../../sessions/api.ts';
import { figure } from '../attendance/service.ts';
import { attended } from '../closing/service.ts';
import { text } from '../closing/text.pl.ts';
import { begun } from '../policy.ts';
import {
  dateline,
  inLang,
  issue,
  namedPerson,
  numberPart,
  officeOf,
  partnershipName,
  printedOn,
} from '../printing/service.ts';

/**
 * A certificate for the person to show: that they took part, in what and for how long. No diagnosis, no outcome, and
 * no service that would tell something of health. Throws `not_found` before the plan has begun.
 */
export async function certificate(request: Ctx, caseId: string, wanted?: Lang): Promise<Response> {
  const lang = wanted ?? request.lang;
  const ctx = inLang(request, lang);
  const t = text[lang];
  const c = await loadCase(ctx, caseId);
  const plan = await currentPlan(ctx, caseId);
  if (!plan || !begun(c.state)) throw notFound();
  const person = await namedPerson(ctx, c);
  const lead = await officeOf(ctx, c.leadInstitutionId);
  const marks = await attendanceOf(ctx, caseId);
  const items = await presentable(ctx, itemsOf(plan));
  const from = formatDate(c.intakeOn ?? warsawDate(c.openedAt), lang);
  return issue(ctx, {
    kind: 'certificate',
    objectId: c.id,
    subjects: [{ caseId: c.id, personId: c.personId }],
    classes: ['D1', 'D5', 'D6'],
    name: [t.certificate.file, numberPart(c.number)],
    lang,
    sheet: {
      title: t.certificate.title,
      institution: lead,
      dated: dateline(lead, printedOn(ctx), lang),
      number: c.number,
      blocks: [
        {
          kind: 'text',
          text: t.certificate.lead(
            person.name ?? '',
            person.birthDate ? formatDate(person.birthDate, lang) : '',
            (await partnershipName(ctx, c)) ?? '',
          ),
        },
        {
          kind: 'text',
          text: c.leftOn ? t.certificate.period(from, formatDate(c.leftOn, lang)) : t.certificate.open(from),
        },
        { kind: 'heading', level: 1, text: t.certificate.services },
        {
          kind: 'records',
          header: [t.service, t.who, t.when, t.certificate.hours],
          columns: [5, 5, 'auto', 3],
          empty: t.certificate.none,
          rows: items.map((i) => {
            const { hours } = attended(i, marks);
            return [
              i.serviceLabel,
              i.institutionName,
              t.period(formatDate(i.startsOn, lang), formatDate(i.dueOn, lang)),
              hours === 0 ? '' : figure(hours, lang),
            ];
          }),
        },
        { kind: 'text', text: t.certificate.purpose },
        { kind: 'text', text: t.certificate.without },
        {
          kind: 'signatures',
          people: [{ role: t.certificate.head, name: null, signed: null }],
        },
      ],
    },
  });
}

/** Units whose participants are people with a disability: naming one would tell it. */
const TELLING = ['WTZ', 'ZAZ'];

/** What was begun and says nothing of health, addiction or disability (`sensitive` in the catalogue of services). */
async function presentable(ctx: Ctx, items: readonly PlanItem[]): Promise<PlanItem[]> {
  const services = await terms(ctx, 'service');
  const open = services.filter((s) => s.meta.sensitive !== true && s.meta.group !== 'health');
  const codes = new Set(open.filter((s) => !TELLING.includes(String(s.meta.unit))).map((s) => s.code));
  return items.filter(
    (i) =>
      codes.has(i.serviceCode) &&
      !TELLING.includes(i.institutionType) &&
      (i.progress.state === 'in_progress' || i.progress.state === 'done'),
  );
}
