import { formatDateTime } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { TimeText } from '#ui/components/format.tsx';
import { Notice, Panel, SummaryList } from '#ui/components/panels.tsx';
import { StateTag } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { PartLine, Round, RoundBeside } from '../schema.ts';
import { text } from '../text.pl.ts';

export const TONES = { planned: 'neutral', open: 'success', closed: 'info' } as const;

/** What is asked, until when, under what rule, and the text in its parts. */
export function RoundPage(props: { round: Round; parts: readonly PartLine[]; edits: boolean }) {
  const t = useText(text);
  const { round } = props;
  return (
    <Page
      title={round.title}
      reader="public"
      breadcrumb={[{ href: '/consultations', label: t.title }]}
      meta={[<StateTag tone={TONES[round.state]} label={t.states[round.state]} />, t.remarks(round.remarks)]}
      actions={
        props.edits && (
          <ButtonLink href={`/library/edit/consultations/${round.id}`} icon="edit">
            {t.desk.title}
          </ButtonLink>
        )
      }
    >
      <SummaryList
        items={[
          { term: t.from, value: <TimeText at={round.opensAt} /> },
          { term: t.to, value: <TimeText at={round.closesAt} /> },
          { term: t.text, value: t.sources[round.source] },
          { term: t.original, value: <a href={round.path}>{round.title}</a> },
        ]}
      />
      <Panel title={t.invitation}>
        <p class="pre-line">{round.invitation}</p>
        <p>{t.how}</p>
        <p class="muted">{round.guestsWait ? t.rule.wait : t.rule.once}</p>
      </Panel>
      <h2>{t.parts}</h2>
      <ol class="contents-list" lang={round.lang}>
        {props.parts.map((part) => (
          <li>
            <a href={`/consultations/${round.id}/${part.position}`}>{part.title}</a>{' '}
            <span class="muted">{t.remarks(part.remarks)}</span>
          </li>
        ))}
      </ol>
      <p>
        <a href={`/consultations/${round.id}/report`}>{t.report}</a>
      </p>
    </Page>
  );
}

/** Above a document: it may be spoken about now. */
export function OpenRound({ round }: { round: RoundBeside }) {
  const t = useText(text);
  const { lang } = useView();
  return (
    <Notice quiet>
      {t.open(formatDateTime(round.closesAt, lang))} <a href={`/consultations/${round.id}`}>{t.takePart}</a>
    </Notice>
  );
}

/** Beside what a version changed: what was said of the one before it, and what was answered. */
export function ReportLink({ round }: { round: RoundBeside }) {
  const t = useText(text);
  return <a href={`/consultations/${round.id}/report`}>{t.report}</a>;
}
