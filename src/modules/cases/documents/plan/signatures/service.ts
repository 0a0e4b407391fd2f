import type { Ctx } from '#kernel/context.ts';
import { formatDate, formatDateTime } from '#kernel/time.ts';
import { missingSignatures, type Plan } from '../../../plan/api.ts';
import type { Named } from '../../printing/service.ts';
import type { Signatory } from '../../schema.ts';
import type { Text } from '../text.pl.ts';

/** First the person, then the coordinator, then the institutions; given and missing side by side. */
export async function signatories(
  ctx: Ctx,
  t: Text,
  plan: Plan,
  person: Named,
  coordinator: string | null,
): Promise<Signatory[]> {
  const role = (signer: keyof Text['signers'], institution: string | null) =>
    signer === 'institution' ? (institution ?? t.signers.institution) : t.signers[signer];
  const given = plan.signatures.map((s) => ({
    turn: s.signer,
    role: role(s.signer, s.institutionName),
    name: s.name,
    signed: t.signed[s.way](
      s.signedOn ? formatDate(s.signedOn, ctx.lang) : formatDateTime(s.signedAt, ctx.lang),
    ),
  }));
  const open = plan.state === 'draft' || plan.state === 'signing';
  const missing = (open ? await missingSignatures(ctx, plan.id) : []).map((m) => ({
    turn: m.signer,
    role: role(m.signer, m.institutionName),
    name: m.signer === 'person' ? person.name : m.signer === 'coordinator' ? coordinator : null,
    signed: null,
  }));
  const order = ['person', 'guardian', 'coordinator', 'institution'];
  return [...given, ...missing]
    .sort((a, b) => order.indexOf(a.turn) - order.indexOf(b.turn))
    .map(({ turn, ...who }) => who);
}
