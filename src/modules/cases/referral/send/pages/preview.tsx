import type { FieldError } from '#kernel/errors.ts';
import { formatDate, type LocalDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { Warnings } from '../../../person/api.ts';
import type { Term } from '../../../schema.ts';
import type { Packet } from '../../packet/schema.ts';
import { PacketView } from '../../pages/packet.tsx';
import { text } from '../../text.pl.ts';
import type { Sent } from '../schema.ts';

export function PreviewPage(props: {
  packet: Packet;
  dueOn: LocalDate;
  draftId: string;
  formKey: string;
  /** Where the packet is sent from, and where one goes back to correct it. */
  action: string;
  back: string;
  warnings: readonly FieldError[];
  needs: readonly Term[];
  forms: readonly Term[];
}) {
  const t = useText(text);
  const { lang } = useView();
  const { packet } = props;
  const service = packet.kind === 'service';
  const title = service ? t.preview.inviteTitle : t.preview.title;
  return (
    <Page
      title={title}
      lead={t.preview.lead(packet.recipient.institution)}
      breadcrumb={[
        { href: '/referrals', label: t.title },
        { href: props.back, label: service ? t.inCase.inviteTitle : t.form.title },
      ]}
      before={<Warnings warnings={props.warnings} />}
    >
      {!packet.person.disclosed && <Notice quiet>{t.preview.hidden}</Notice>}
      <PacketView packet={packet} needs={props.needs} forms={props.forms} />
      <Form light action={props.action} formKey={props.formKey}>
        <input type="hidden" name="draft" value={props.draftId} />
        <p>{t.preview.dueHint(formatDate(props.dueOn, lang))}</p>
        <FormActions submit={service ? t.preview.invite : t.preview.send}>
          <ButtonLink href={props.back}>{t.preview.back}</ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}

/** After sending: what was done, and what happens without anybody doing anything. */
export function SentPage(props: { sent: Sent; recipient: string; mayRefer: boolean }) {
  const t = useText(text);
  const { lang } = useView();
  const { sent } = props;
  return (
    <Page title={t.sent.title} width="text" breadcrumb={[{ href: '/referrals', label: t.title }]}>
      <Notice tone="success" title={t.sent.number(sent.number)}>
        {t.sent.nothingElse}
      </Notice>
      <h2>{t.sent.what}</h2>
      <ol class="prose">
        <li>{t.sent.answer(props.recipient, formatDate(sent.dueOn, lang))}</li>
        <li>{t.sent.remind}</li>
        <li>{t.sent.told}</li>
      </ol>
      <div class="form-actions no-print">
        <ButtonLink href={`/cases/${sent.caseId}`} variant="primary">
          {t.sent.seeCase}
        </ButtonLink>
        <ButtonLink href={`/referrals/${sent.referralId}`}>{t.inCase.open}</ButtonLink>
        {props.mayRefer && <ButtonLink href="/referrals/new">{t.sent.another}</ButtonLink>}
      </div>
    </Page>
  );
}
