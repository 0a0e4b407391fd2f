import { ButtonLink } from '#ui/components/buttons.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { EnquiryStateTag, Facts } from '../../pages/facts.tsx';
import { text } from '../../text.pl.ts';
import type { BuyerView } from '../schema.ts';
import { Everybody } from './comparison.tsx';

/** Before it leaves: to whoever typed it, look into your mail; to whoever opens the letter, the button that sends it. */
export function WaitingPage({ view, late }: { view: BuyerView; late: boolean }) {
  const all = useText(text);
  const t = all.bought;
  const { enquiry, rows, key } = view;
  const { demo } = useView();
  const typing = view.by === 'draft';
  return (
    <Page
      title={typing ? t.checkTitle : enquiry.subject}
      lead={typing ? t.check : t.confirmLead(rows.length)}
      breadcrumb={[{ href: '/directory', label: all.directory }]}
      meta={[<EnquiryStateTag state={enquiry.state} expired={false} />]}
      aside={<Facts enquiry={enquiry} changeHref={`/enquiries/${key}/need`} />}
    >
      {late && (
        <Notice tone="warning" quiet>
          <p>{all.choose.late}</p>
          <p>
            <ButtonLink href={`/enquiries/${key}/need`}>{all.choose.back}</ButtonLink>
          </p>
        </Notice>
      )}
      {!typing && !late && (
        <Form action={`/enquiries/${key}/confirm`} light>
          <FormActions submit={t.confirm} />
        </Form>
      )}
      {typing && demo && (
        <p>
          {t.outbox} <a href="/outbox">{t.outboxLink}</a>.
        </p>
      )}
      <Everybody rows={rows} sent={false} />
    </Page>
  );
}
