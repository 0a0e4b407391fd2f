import type { Told } from '#kernel/tabular/problems.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { ImportProgress, ImportRows, ImportTag, ToldLines } from '#ui/components/imports.tsx';
import { Notice, SummaryList } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { type Crumb, Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text as resultText } from '../../text.pl.ts';
import { type CheckedRow, FATES, type ImportFile, type Outcome, SHOWS } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface ShownRow extends CheckedRow {
  readonly told: readonly Told[];
}
export interface ShownRows {
  readonly show: (typeof SHOWS)[number];
  readonly page: number;
  readonly total: number;
  readonly rows: readonly ShownRow[];
}
const TONES = {
  new: 'success',
  changed: 'info',
  unchanged: 'neutral',
  held: 'warning',
  bad: 'danger',
} as const;

export function ProgressPage(props: { file: ImportFile; crumbs: readonly Crumb[] }) {
  const t = useText(text);
  const { file } = props;
  return (
    <Page title={t.progress.title} lead={file.fileName} breadcrumb={props.crumbs} width="text">
      <ImportProgress
        state={file.state}
        done={file.rowsDone}
        total={file.rowsTotal}
        href={`/library/edit/results/${file.id}`}
        words={t.progress}
      />
    </Page>
  );
}

/** What a file would do or did, row by row, and the one step that follows. */
export function ImportPage(props: {
  file: ImportFile;
  crumbs: readonly Crumb[];
  /** Null once the file is gone. */
  counts: Outcome | null;
  shown: ShownRows | null;
  open: boolean;
  formKey: string;
}) {
  const t = useText(text).result;
  const { states } = useText(text);
  const { file, counts } = props;
  const here = `/library/edit/results/${file.id}`;
  const writes = counts ? counts.new + counts.changed : 0;
  return (
    <Page
      title={file.state === 'done' ? t.done : t.title}
      lead={file.fileName}
      breadcrumb={props.crumbs}
      meta={[<ImportTag state={file.state} labels={states} />]}
      before={
        <>
          {file.state === 'done' && file.result && (
            <Notice tone="success" title={t.doneWith(file.result.new, file.result.changed)}>
              <a href="/library/edit?view=proposed">{t.desk}</a>
            </Notice>
          )}
          {file.state === 'failed' && <Notice tone="danger">{t.failed}</Notice>}
          {!counts && <Notice>{t.gone}</Notice>}
          {props.open && counts && writes === 0 && <Notice>{t.nothing}</Notice>}
        </>
      }
    >
      {counts && (
        <SummaryList
          items={FATES.map((fate) => ({
            term: t.counts[fate],
            value: counts[fate],
            action: fate === 'bad' && counts.bad > 0 && (
              <a href={`${here}/errors`} download>
                {t.errors}
              </a>
            ),
          }))}
        />
      )}
      {props.open && writes > 0 && (
        <Form light action={`${here}/apply`} formKey={props.formKey}>
          <Button variant="primary">{t.apply(writes)}</Button>
        </Form>
      )}
      {props.shown && (
        <ImportRows
          href={here}
          shows={SHOWS}
          shown={props.shown}
          words={t}
          columns={[
            { key: 'row', label: t.row, heading: true, number: true, cell: (row: ShownRow) => row.row },
            { key: 'name', label: t.name, cell: (row) => row.said.title ?? '' },
            {
              key: 'fate',
              label: t.fate,
              cell: (row) => <Tag tone={TONES[row.fate]}>{t.fates[row.fate]}</Tag>,
            },
            { key: 'details', label: t.details, cell: (row) => <RowDetails row={row} /> },
          ]}
        />
      )}
      {props.open && (
        <p>
          <a href={`${here}/columns`}>{t.columns}</a>
        </p>
      )}
    </Page>
  );
}

const SHORT = 120;
const short = (value: string): string => (value.length > SHORT ? `${value.slice(0, SHORT)}…` : value);

function RowDetails({ row }: { row: ShownRow }) {
  const t = useText(text).result;
  const names = useText(resultText).columns;
  if (row.fate === 'held') return <p>{t.held}</p>;
  if (row.changes.length + row.told.length === 0) return null;
  return (
    <ul>
      {row.changes.map((change) => (
        <li>
          <b>{names[change.key]}</b>: {change.before && <del>{short(change.before)}</del>}{' '}
          <ins>{short(change.after)}</ins>
        </li>
      ))}
      <ToldLines told={row.told} value={t.value} />
    </ul>
  );
}
