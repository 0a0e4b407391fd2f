import type { FieldError } from '#kernel/errors.ts';
import { type FormValues, typed, typedList } from '#kernel/forms/forms.ts';
import { Form, FormActions } from '#ui/components/form.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { useText } from '#ui/view.tsx';
import { CaseFrame } from '../../../pages/case-frame.tsx';
import type { CaseHead, Term } from '../../../schema.ts';
import type { Member } from '../../service.ts';
import { text } from '../../text.pl.ts';
import type { Nearby } from '../form/schema.ts';
import { ContentFields } from './refer.tsx';

export function InvitePage(props: {
  head: CaseHead;
  draftId: string;
  values: FormValues;
  errors?: readonly FieldError[];
  members: readonly Member[];
  needs: readonly Term[];
  forms: readonly Term[];
  nearby: Nearby | null;
}) {
  const t = useText(text);
  const base = `/cases/${props.head.case.id}`;
  const values = { ...props.values, needs: typedList(props.values, 'needs') };
  return (
    <CaseFrame
      head={props.head}
      current="referral"
      title={t.inCase.inviteTitle}
      quiet
      failed={Boolean(props.errors?.length)}
    >
      {props.members.length === 0 ? (
        <EmptyState title={t.inCase.allInvited} />
      ) : (
        <>
          <p class="lead">{t.inCase.inviteLead}</p>
          <Form
            action={`${base}/referrals/new`}
            values={values}
            errors={props.errors}
            autosave={`${base}/referrals/draft`}
          >
            <input type="hidden" name="draft" value={props.draftId} />
            <ContentFields
              needs={props.needs}
              forms={props.forms}
              members={props.members}
              nearby={props.nearby}
              chosen={typed(props.values, 'recipient')}
              nearbyAction={`${base}/referrals/nearby`}
            />
            <FormActions submit={t.form.next} cancelHref={`${base}/referral`} />
          </Form>
        </>
      )}
    </CaseFrame>
  );
}
