import type { Ctx } from '#kernel/context.ts';
import { formatDate } from '#kernel/time.ts';
import { classWords, typeWords } from '#modules/organisations/api.ts';
import { areaOf, contactsOf, membersOf, partnershipOf } from '../../../service.ts';
import type { AgreementView } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { findRetention } from '../queries.ts';
import type { Blanks } from '../schema.ts';

const listed = (lines: readonly string[]): string => lines.map((each) => `– ${each}`).join(';\n');

/** How long the data of a case stay, in words of the agreement, with the source of the rule. */
async function retention(ctx: Ctx, language: 'pl' | 'en'): Promise<string> {
  const t = text[language].blanks;
  return (await findRetention(ctx))
    .flatMap(({ code, amount, unit, source }) =>
      code && amount !== null && unit && source ? [t.retention(code, amount, unit, source)] : [],
    )
    .join('\n');
}

/** What fills the {words} of a version, in its language, from the data of today. */
export async function blanksOf(ctx: Ctx, agreement: AgreementView): Promise<Blanks> {
  const { partnershipId: id, language } = agreement;
  const [types, classes] = [typeWords(language), classWords(language)];
  const partnership = await partnershipOf(ctx, id);
  const members = await membersOf(ctx, id);
  const contacts = await contactsOf(ctx, id);
  const day = (date: string | null) => (date ? formatDate(date, language) : '');
  const coordinator = contacts.find((c) => c.role === 'coordinator');
  const nameOf = (institutionId: string) =>
    members.find((m) => m.institutionId === institutionId)?.name ?? '';
  const [from, to] = [day(agreement.validFrom), day(agreement.validTo)];
  return {
    nazwa: partnership.name,
    powiat: partnership.county,
    obszar: (await areaOf(ctx, id)).map((g) => g.name).join(', '),
    strony: listed(members.map((m) => `${m.name}, ${types[m.type] ?? m.type}`)),
    koordynator: coordinator ? `${coordinator.worker}, ${nameOf(coordinator.institutionId)}` : '',
    kontakty: listed(
      contacts
        .filter((c) => c.role === 'contact')
        .map((c) => [`${nameOf(c.institutionId)}: ${c.worker}`, c.phone, c.email].filter(Boolean).join(', ')),
    ),
    od: from,
    do: to,
    okres: text[language].blanks.period(from, to),
    dane: listed(
      agreement.ceiling.map(
        (c) => `${types[c.type] ?? c.type}: ${c.classes.map((one) => classes[one] ?? one).join('; ')}`,
      ),
    ),
    przechowywanie: await retention(ctx, language),
  };
}
