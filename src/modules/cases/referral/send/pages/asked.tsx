import { ButtonLink } from '#ui/components/buttons.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text } from '../../text.pl.ts';

/** Where a form that was sent used to be, for whoever goes back to it. */
export function AlreadySentPage(props: { href: string }) {
  const t = useText(text);
  return (
    <Page title={t.sent.already} width="text" breadcrumb={[{ href: '/referrals', label: t.title }]}>
      <Notice tone="info">{t.sent.alreadyBody}</Notice>
      <p>
        <ButtonLink href={props.href} variant="primary">
          {t.sent.seeSent}
        </ButtonLink>
      </p>
    </Page>
  );
}

/** After asking for contact about a person whose case the asker may not see: the same words whether there is one or not. */
export function AskedPage(props: { draftId: string }) {
  const t = useText(text);
  return (
    <Page title={t.asked.title} width="text" breadcrumb={[{ href: '/referrals', label: t.title }]}>
      <Notice tone="success">{t.asked.body}</Notice>
      <p>
        <ButtonLink href={`/referrals/new?draft=${props.draftId}`} variant="primary">
          {t.asked.back}
        </ButtonLink>
      </p>
    </Page>
  );
}
