import { type ImportState, ROWS_PER_PAGE } from '#kernel/tabular/imports.ts';
import type { Told } from '#kernel/tabular/problems.ts';
import { Pagination } from './lists.tsx';
import { EmptyState, Notice } from './panels.tsx';
import { Progress } from './progress.tsx';
import { type Column, DataTable } from './table.tsx';
import { ChipLinks, StateTag, type TagTone } from './tags.tsx';

const TONES: Readonly<Record<ImportState, TagTone>> = {
  uploaded: 'warning',
  queued: 'info',
  running: 'info',
  done: 'success',
  failed: 'danger',
};

export const ImportTag = (props: { state: ImportState; labels: Readonly<Record<ImportState, string>> }) => (
  <StateTag tone={TONES[props.state]} label={props.labels[props.state]} />
);

const BLOCKS = 8;

/** The queue and the writing: the script asks again while it lasts, without it a link does. */
export function ImportProgress(props: {
  state: ImportState;
  done: number;
  total: number;
  href: string;
  words: {
    readonly queued: string;
    readonly running: (done: number, total: number) => string;
    readonly bar: string;
    readonly again: string;
    readonly leave: string;
  };
}) {
  const { done, total, words: t } = props;
  return (
    <>
      <div class="stack" data-poll="2" aria-live="polite">
        <Notice>{props.state === 'queued' ? t.queued : t.running(done, total)}</Notice>
        <Progress done={total === 0 ? 0 : Math.floor((done / total) * BLOCKS)} total={BLOCKS} label={t.bar} />
      </div>
      <p>
        <a href={props.href}>{t.again}</a>
      </p>
      <p>{t.leave}</p>
    </>
  );
}

/** What is wrong with a row, a line each. */
export const ToldLines = (props: { told: readonly Told[]; value: (value: string) => string }) => (
  <>
    {props.told.map((told) => (
      <li>
        <b>{told.field}</b> {props.value(told.value)}: {told.remedy}
      </li>
    ))}
  </>
);

/** Rows of a file, chosen by what comes of them. */
export function ImportRows<Row, Show extends string>(props: {
  href: string;
  shows: readonly Show[];
  shown: { show: Show; page: number; total: number; rows: readonly Row[] };
  columns: readonly Column<Row>[];
  words: { show: string; shows: Readonly<Record<Show, string>>; empty: string; caption: string };
}) {
  const { shown, words: t } = props;
  return (
    <>
      <ChipLinks
        label={t.show}
        items={props.shows.map((show) => ({
          href: `${props.href}?show=${show}`,
          label: t.shows[show],
          current: show === shown.show,
        }))}
      />
      {shown.rows.length === 0 ? (
        <EmptyState title={t.empty} />
      ) : (
        <>
          <DataTable caption={t.caption} captionHidden rows={shown.rows} columns={props.columns} />
          <Pagination page={shown.page} pageSize={ROWS_PER_PAGE} total={shown.total} />
        </>
      )}
    </>
  );
}
