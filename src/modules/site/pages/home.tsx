import { ButtonLink } from '#ui/components/buttons.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text } from '../text.pl.ts';

export function HomePage() {
  const t = useText(text).home;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      reader="public"
      description={t.lead}
      actions={
        <ButtonLink href="/sign-in" variant="primary">
          {t.signIn}
        </ButtonLink>
      }
    >
      <Panel title={t.participant}>
        <p>{t.participantText}</p>
      </Panel>
      <Panel title={t.worker}>
        <p>{t.workerText}</p>
      </Panel>
      <Panel title={t.partnership}>
        <p>{t.partnershipText}</p>
      </Panel>
    </Page>
  );
}
