import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CaseFrame, InstitutionBadge } from '../../pages/case-frame.tsx';
import type { CaseHead, Term } from '../../schema.ts';
import { type CaseReferralLine, mustAct, type Referral } from '../schema.ts';
import { text } from '../text.pl.ts';
import { ReferralStateTag } from './inbox.tsx';
import { PacketView } from './packet.tsx';

/** The part "Referral" of a case: what was sent to whom, and the answers. */
export function CaseReferralsPage(props: {
  head: CaseHead;
  lines: readonly CaseReferralLine[];
  /** Those whose content the reader may know. */
  referrals: readonly Referral[];
  mayInvite: boolean;
  /** The case is a draft again and may be sent. */
  sendAgain: string | null;
  needs: readonly Term[];
  forms: readonly Term[];
}) {
  const t = useText(text);
  const { lang } = useView();
  const { lines, referrals } = props;
  const opening = referrals.findLast((r) => r.kind === 'opening');
  return (
    <CaseFrame head={props.head} current="referral" title={t.inCase.title} quiet="here">
      {props.sendAgain && (
        <p class="no-print">
          <ButtonLink href={props.sendAgain} variant="primary" icon="send">
            {t.inCase.sendAgain}
          </ButtonLink>
        </p>
      )}
      {lines.length === 0 ? (
        <EmptyState title={t.inCase.none} />
      ) : (
        <DataTable
          caption={t.count(lines.length)}
          rows={lines}
          columns={[
            {
              key: 'to',
              label: t.list.to,
              heading: true,
              cell: (r) => (
                <>
                  <InstitutionBadge type={r.recipientType} name={r.recipientName} />{' '}
                  {r.readable ? <a href={`/referrals/${r.id}`}>{r.recipientName}</a> : r.recipientName}
                  <br />
                  <span class="muted small">{t.kinds[r.kind]}</span>
                </>
              ),
            },
            { key: 'from', label: t.list.from, cell: (r) => r.senderName },
            { key: 'state', label: t.list.state, cell: (r) => <ReferralStateTag state={r.state} /> },
            { key: 'sent', label: t.list.sent, cell: (r) => (r.sentOn ? formatDate(r.sentOn, lang) : '') },
            {
              key: 'due',
              label: t.list.due,
              cell: (r) => (r.dueOn && mustAct(r.state) ? formatDate(r.dueOn, lang) : ''),
            },
          ]}
        />
      )}
      {opening && <PacketView packet={opening.packet} needs={props.needs} forms={props.forms} />}
      {props.mayInvite && (
        <p class="no-print">
          <ButtonLink href={`/cases/${props.head.case.id}/referrals/new`} icon="add">
            {t.inCase.invite}
          </ButtonLink>
        </p>
      )}
    </CaseFrame>
  );
}
