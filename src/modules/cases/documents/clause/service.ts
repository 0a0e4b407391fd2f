import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { isLang, type Lang } from '#kernel/i18n.ts';
import { formatDate } from '#kernel/time.ts';
import type { SharedCase } from '../../schema.ts';
import { loadCase, team } from '../../service.ts';
import * as queries from '../consent/queries.ts';
import { type Text, text } from '../consent/text.pl.ts';
import {
  inLang,
  issue,
  namedPerson,
  numberPart,
  officeOf,
  officesOf,
  printedOn,
} from '../printing/service.ts';
import type { Block } from '../schema.ts';

/**
 * The information clause with the institutions of the case and a place to confirm that it was received. Without a
 * version: the one the person received, or the one in force. `large` letters for people who read with effort.
 */
export async function clause(
  request: Ctx,
  caseId: string,
  how: { lang?: Lang; version?: string; large?: boolean } = {},
): Promise<Response> {
  const c = await loadCase(request, caseId);
  const given = await queries.findGiven(request, caseId, how.version ?? null);
  const wanted = how.lang ?? request.lang;
  const row = await queries.findClause(
    request,
    how.version ?? given?.version ?? null,
    wanted,
    printedOn(request),
  );
  if (!row) throw notFound();
  const lang = isLang(row.lang) ? row.lang : 'pl';
  const ctx = inLang(request, lang);
  const t = text[lang].clause;
  const person = await namedPerson(ctx, c);
  const received = given && given.version === row.version ? given : null;
  const by = received && (await officeOf(ctx, received.institution_id));
  return issue(ctx, {
    kind: 'clause',
    objectId: row.id,
    subjects: [{ caseId: c.id, personId: c.personId }],
    classes: ['D1'],
    name: [t.file, numberPart(c.number), `v${row.version}`, lang],
    lang,
    sheet: {
      title: row.title,
      institution: await officeOf(ctx, c.leadInstitutionId),
      number: c.number,
      version: row.version,
      large: how.large ?? false,
      blocks: [
        ...sections(row.body),
        { kind: 'heading', level: 1, text: t.institutions },
        await institutions(ctx, c, t),
        { kind: 'heading', level: 1, text: t.received },
        { kind: 'text', text: t.receivedText },
        {
          kind: 'signatures',
          people: [
            {
              role: text[lang].consent.who,
              name: person.name,
              signed:
                received &&
                [t.given(formatDate(received.given_on, lang), formOf(t, received.form)), by?.name]
                  .filter(Boolean)
                  .join('\n'),
            },
          ],
        },
      ],
    },
  });
}

const formOf = (t: Text['clause'], form: string): string => {
  const forms: Readonly<Record<string, string>> = t.forms;
  return forms[form] ?? form;
};

/** A section is a heading in a line of its own and the paragraphs up to the next empty line. */
function sections(body: string): Block[] {
  return body.split(/\n\s*\n/).flatMap((part): Block[] => {
    const [heading = '', ...rest] = part.trim().split('\n');
    return rest.length === 0
      ? [{ kind: 'text', text: heading }]
      : [
          { kind: 'heading', level: 1, text: heading },
          { kind: 'text', text: rest.join('\n') },
        ];
  });
}

async function institutions(ctx: Ctx, c: SharedCase, t: Text['clause']): Promise<Block> {
  const ids = [...new Set((await team(ctx, c.id)).flatMap((m) => m.institution_id ?? []))];
  const offices = await officesOf(ctx, ids);
  const rows = ids.flatMap((id) => {
    const office = offices.get(id);
    return office
      ? [[office.name, office.lines[0] ?? '', office.lines[1]?.replaceAll(' · ', '\n') ?? '']]
      : [];
  });
  return { kind: 'records', header: [t.institution, t.address, t.contact], rows, columns: [5, 4, 4] };
}
