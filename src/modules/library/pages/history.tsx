import { TimeText } from '#ui/components/format.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { ReportLink, type RoundBeside } from '../consultation/api.ts';
import type { Past, Piece, Shown } from '../schema.ts';
import { text } from '../text.pl.ts';

/** What became of a text, for reading: what was taken and what was added stand in their places. */
export function Difference({ pieces }: { pieces: readonly Piece[] }) {
  const t = useText(text).history;
  if (pieces.every((piece) => piece.change === 'same')) return <p class="muted">{t.nothing}</p>;
  return (
    <p class="pre-line difference">
      {pieces.map((piece) =>
        piece.change === 'same' ? (
          piece.text
        ) : piece.change === 'added' ? (
          <ins>{piece.text}</ins>
        ) : (
          <del>{piece.text}</del>
        ),
      )}
    </p>
  );
}

export function HistoryPage(props: {
  shown: Shown;
  past: readonly Past[];
  /** Consultations of the text: a version follows from those that ended since the one before it. */
  rounds: readonly RoundBeside[];
  /** The version looked at, beside the one before it. */
  compared: { readonly number: number; readonly pieces: readonly Piece[] } | null;
}) {
  const t = useText(text);
  const { shown, compared } = props;
  return (
    <Page
      title={t.history.title(shown.title)}
      lead={t.history.lead}
      reader="public"
      breadcrumb={[
        { href: '/knowledge', label: t.nav },
        { href: shown.path, label: shown.title },
      ]}
    >
      {compared && (
        <Panel long title={t.history.difference(compared.number)}>
          <Difference pieces={compared.pieces} />
        </Panel>
      )}
      <DataTable<Past>
        caption={t.document.history}
        captionHidden
        rows={props.past}
        columns={[
          { key: 'number', label: t.history.version, heading: true, cell: (past) => String(past.number) },
          { key: 'from', label: t.history.from, cell: (past) => <TimeText at={past.from} /> },
          {
            key: 'to',
            label: t.history.to,
            cell: (past) => (past.to === null ? t.history.now : <TimeText at={past.to} />),
          },
          {
            key: 'what',
            label: t.history.what,
            cell: (past) =>
              past.number === 1 ? (
                t.history.first
              ) : (
                <>
                  {past.changeNote}{' '}
                  <a href={`${shown.path}/history?lang=${shown.lang}&version=${past.number}`}>
                    {t.history.compare}
                  </a>
                  {roundsBefore(past, props.past, props.rounds).map((round) => (
                    <>
                      {' '}
                      <ReportLink round={round} />
                    </>
                  ))}
                </>
              ),
          },
        ]}
      />
    </Page>
  );
}

function roundsBefore(version: Past, past: readonly Past[], rounds: readonly RoundBeside[]) {
  const before = past.find(({ number }) => number < version.number);
  return rounds.filter(({ closesAt }) => closesAt <= version.from && (!before || closesAt > before.from));
}
