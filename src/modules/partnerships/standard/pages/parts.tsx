import { ButtonLink } from '#ui/components/buttons.tsx';
import { DateText } from '#ui/components/format.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag, type TagTone } from '#ui/components/tags.tsx';
import { useText } from '#ui/view.tsx';
import type { Level, RoundView } from '../schema.ts';
import { text } from '../text.pl.ts';

const TONES: Readonly<Record<Level, TagTone>> = {
  met: 'success',
  partly: 'warning',
  not: 'danger',
  none: 'neutral',
};
export function LevelTag(props: { level: Level | null | undefined }) {
  const t = useText(text);
  return props.level ? (
    <Tag tone={TONES[props.level]}>{t.levels[props.level]}</Tag>
  ) : (
    <span class="muted">{t.noAnswer}</span>
  );
}

export const roundPath = (view: Pick<RoundView, 'round'>): string =>
  `/partnerships/${view.round.partnershipId}/standard/${view.round.year}`;

/** Who is asked, and who has handed in. */
export function SheetsPanel(props: { view: RoundView }) {
  const t = useText(text);
  const { view } = props;
  return (
    <Panel
      title={t.sheets}
      action={
        view.round.state === 'answering' &&
        view.coordinates && (
          <ButtonLink href={`${roundPath(view)}/close`} small>
            {t.close.link}
          </ButtonLink>
        )
      }
    >
      <DataTable
        caption={t.sheets}
        captionHidden
        rows={view.sheets}
        columns={[
          { key: 'institution', label: t.institution, heading: true, cell: (s) => s.shortName },
          {
            key: 'handed',
            label: t.handedInColumn,
            cell: (s) => (s.handedInOn ? <DateText date={s.handedInOn} /> : t.answer.notYet),
          },
        ]}
      />
      {view.round.state === 'answering' && <p class="muted">{t.hidden}</p>}
    </Panel>
  );
}
