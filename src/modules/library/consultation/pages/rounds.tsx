import { ButtonLink } from '#ui/components/buttons.tsx';
import { TimeText } from '#ui/components/format.tsx';
import { EmptyState, RuledList } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text as libraryText } from '../../text.pl.ts';
import type { Round } from '../schema.ts';
import { text } from '../text.pl.ts';

const ORDER = ['open', 'planned', 'closed'] as const;

/** All rounds: those to take part in first. */
export function RoundsPage(props: { rounds: readonly Round[]; edits: boolean }) {
  const t = useText(text);
  const l = useText(libraryText);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      reader="public"
      breadcrumb={[{ href: '/knowledge', label: l.nav }]}
      actions={
        props.edits && (
          <ButtonLink href="/library/edit/consultations/new" icon="add" variant="primary">
            {t.edit.new}
          </ButtonLink>
        )
      }
    >
      {props.rounds.length === 0 && <EmptyState title={t.none}>{t.noneBody}</EmptyState>}
      {ORDER.map((state) => {
        const these = props.rounds.filter((round) => round.state === state);
        return (
          these.length > 0 && (
            <section>
              <h2>{t.groups[state]}</h2>
              <RuledList items={these.map((round) => <Line round={round} edits={props.edits} />)} />
            </section>
          )
        );
      })}
    </Page>
  );
}

function Line({ round, edits }: { round: Round; edits: boolean }) {
  const t = useText(text);
  return (
    <>
      <a href={`/consultations/${round.id}`} lang={round.lang}>
        {round.title}
      </a>{' '}
      <span class="muted">
        <TimeText at={round.opensAt} /> – <TimeText at={round.closesAt} />, {t.remarks(round.remarks)}
      </span>
      {edits && (
        <p>
          <a href={`/library/edit/consultations/${round.id}`}>{t.desk.title}</a>{' '}
          <span class="muted">
            {t.desk.toAnswer(round.remarks - round.answered)}, {t.desk.waiting(round.waiting)}
          </span>
        </p>
      )}
    </>
  );
}
