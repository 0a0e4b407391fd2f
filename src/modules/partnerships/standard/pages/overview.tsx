import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { EmptyState, Panel, WaitsFor } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { StateTag, type TagTone } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { PartnershipFrame } from '../../pages/frame.tsx';
import { FiguresPanel } from '../figures/pages/figures.tsx';
import { SpreadPanel } from '../figures/pages/spread.tsx';
import type { Figure, Placed } from '../figures/schema.ts';
import type { Place, Round, RoundState, Sheet } from '../schema.ts';
import { text } from '../text.pl.ts';

const TONES: Readonly<Record<RoundState, TagTone>> = {
  answering: 'info',
  concluding: 'warning',
  concluded: 'success',
};
export function RoundTag(props: { state: RoundState }) {
  const t = useText(text);
  return <StateTag tone={TONES[props.state]} label={t.states[props.state]} />;
}

/** Whose turn it is in a round, and the next thing to do. */
export function RoundWaits(props: {
  place: Place;
  round: Round;
  sheets: readonly Sheet[];
  own: Sheet | null;
  doing?: boolean;
}) {
  const t = useText(text);
  const { lang } = useView();
  const { round, place, sheets, own } = props;
  const base = `/partnerships/${round.partnershipId}/standard/${round.year}`;
  if (round.state === 'concluded') return null;
  const until = t.waits.until(formatDate(round.dueOn, lang));
  if (round.state === 'concluding')
    return (
      <WaitsFor
        tone={place.coordinates ? 'mine' : 'others'}
        who={t.waits.conclusion}
        action={
          place.coordinates && (
            <ButtonLink variant="primary" href={`${base}/conclude/1`}>
              {t.conclude.link}
            </ButtonLink>
          )
        }
      />
    );
  const mine = place.represents && own !== null && own.handedInOn === null;
  const left = sheets.filter(({ handedInOn }) => handedInOn === null).length;
  return (
    <WaitsFor
      tone={mine ? 'mine' : 'others'}
      who={mine ? t.waits.own : t.waits.others(left)}
      what={until}
      action={
        mine && (
          <ButtonLink variant="primary" href={`${base}/answer/1`}>
            {t.answer.link}
          </ButtonLink>
        )
      }
    />
  );
}

export interface OverviewProps extends Place {
  readonly rounds: readonly { readonly round: Round; readonly met: number | null; readonly of: number }[];
  readonly latest: { readonly sheets: readonly Sheet[]; readonly own: Sheet | null } | null;
  readonly figures: readonly Figure[];
  readonly placed: readonly Placed[];
  readonly year: number;
}

/** The standard of the service: self-checks by year, what is computed, and how others fare. */
export function StandardPage(props: OverviewProps) {
  const t = useText(text);
  const { partnership: p, rounds, latest } = props;
  const base = `/partnerships/${p.id}/standard`;
  const [current] = rounds;
  const start = props.coordinates && current?.round.year !== props.year && (
    <ButtonLink
      href={`${base}/new`}
      icon="add"
      variant={current && current.round.state !== 'concluded' ? 'secondary' : 'primary'}
    >
      {t.open.link}
    </ButtonLink>
  );
  return (
    <PartnershipFrame
      partnership={p}
      member
      current="standard"
      title={t.title}
      lead={t.lead}
      actions={start}
      before={current && latest && <RoundWaits place={props} round={current.round} {...latest} />}
    >
      {rounds.length === 0 ? (
        <EmptyState title={t.noRounds}>{t.noRoundsMore}</EmptyState>
      ) : (
        <Panel title={t.rounds}>
          <DataTable
            caption={t.rounds}
            captionHidden
            rows={rounds}
            columns={[
              {
                key: 'year',
                label: t.yearColumn,
                heading: true,
                cell: ({ round }) => <a href={`${base}/${round.year}`}>{t.year(round.year)}</a>,
              },
              { key: 'state', label: t.state, cell: ({ round }) => <RoundTag state={round.state} /> },
              { key: 'met', label: t.common, cell: ({ met, of }) => (met === null ? '–' : t.metOf(met, of)) },
              {
                key: 'standard',
                label: t.standardColumn,
                cell: ({ round }) => (
                  <a href={round.standardPath}>{t.version(round.standard, round.version)}</a>
                ),
              },
            ]}
          />
        </Panel>
      )}
      <FiguresPanel figures={props.figures} />
      <SpreadPanel placed={props.placed} year={props.year} />
    </PartnershipFrame>
  );
}
