import { formatDateTime } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { DateText } from '#ui/components/format.tsx';
import { ImportProgress, ImportTag } from '#ui/components/imports.tsx';
import { Notice, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { ListImport } from '../schema.ts';
import { text } from '../text.pl.ts';
import { RowsTable, type Shown } from './rows.tsx';

interface Crumbs {
  readonly crumbs: readonly { href: string; label: string }[];
}

export interface Counts {
  readonly good: number;
  readonly bad: number;
  readonly known: number;
  readonly warned: number;
  readonly skipped: number;
}

/** The queue and the writing: the script asks again while it lasts, without it a link does. */
export function ProgressPage(props: Crumbs & { list: ListImport }) {
  const t = useText(text);
  const { list } = props;
  return (
    <Page
      title={t.progress.title}
      breadcrumb={props.crumbs}
      lead={t.result.file(list.fileName)}
      meta={[<ImportTag state={list.state} labels={t.states} />]}
      width="text"
    >
      <ImportProgress
        state={list.state}
        done={list.rowsDone}
        total={list.rowsTotal ?? 0}
        href={`/referrals/import/${list.id}`}
        words={t.progress}
      />
    </Page>
  );
}

/** What the check found, what came of the list, and what can be done next. */
export function ImportPage(
  props: Crumbs & {
    list: ListImport;
    /** Null once the file is gone. */
    counts: Counts | null;
    shown: Shown | null;
    readAs: { format: string; columns: number } | null;
    mayContinue: boolean;
    created: readonly { row: number; caseId: string; number: string; dueOn: string | null }[];
  },
) {
  const t = useText(text);
  const { lang } = useView();
  const { list, counts, shown } = props;
  const base = `/referrals/import/${list.id}`;
  const title =
    list.state === 'done' ? t.done.title : list.state === 'failed' ? t.failed.title : t.result.title;
  const reasons: Readonly<Record<string, string>> = t.failed.reasons;
  return (
    <Page
      title={title}
      lead={t.result.file(list.fileName)}
      breadcrumb={props.crumbs}
      meta={[<ImportTag state={list.state} labels={t.states} />]}
      actions={
        props.mayContinue && counts && counts.good > 0 ? (
          <ButtonLink href={`${base}/confirm`} variant="primary">
            {t.result.next(counts.good)}
          </ButtonLink>
        ) : undefined
      }
      before={
        <>
          {list.state === 'done' && (
            <Notice tone="success" title={t.done.created(list.rowsCreated ?? 0)}>
              {list.finishedAt && t.done.at(formatDateTime(list.finishedAt, lang))}
            </Notice>
          )}
          {list.state === 'failed' && (
            <Notice tone="danger" title={reasons[list.problem ?? ''] ?? t.failed.reasons['import.failed']}>
              {t.failed.nothing}
            </Notice>
          )}
          {counts && counts.good === 0 && list.state === 'uploaded' && <Notice>{t.result.nothing}</Notice>}
          {!counts && <Notice>{t.result.gone}</Notice>}
        </>
      }
    >
      {props.created.length > 0 && (
        <DataTable
          caption={t.done.cases}
          rows={props.created}
          columns={[
            { key: 'row', label: t.result.row, heading: true, number: true, cell: (r) => r.row },
            { key: 'case', label: t.done.number, cell: (r) => <a href={`/cases/${r.caseId}`}>{r.number}</a> },
            { key: 'due', label: t.done.due, cell: (r) => (r.dueOn ? <DateText date={r.dueOn} /> : '–') },
          ]}
        />
      )}
      {counts && shown && (
        <>
          {list.state === 'done' && <h2>{t.done.rest}</h2>}
          <SummaryList
            items={[
              { term: t.result.shows.good, value: t.result.good(counts.good) },
              {
                term: t.result.shows.bad,
                value: t.result.bad(counts.bad),
                action: counts.bad > 0 && (
                  <a href={`${base}/errors`} download>
                    {t.result.errors}
                  </a>
                ),
              },
              { term: t.result.shows.warned, value: t.result.warned(counts.warned) },
              { term: t.result.knownHint, value: t.result.known(counts.known) },
              ...(counts.skipped > 0 ? [{ term: t.result.skipped, value: t.rows(counts.skipped) }] : []),
            ]}
          />
          {counts.bad > 0 && <p>{t.result.errorsHint}</p>}
          <RowsTable id={list.id} shown={shown} />
          {props.readAs && (
            <p class="small">
              {t.result.readAs(props.readAs.format, props.readAs.columns)}{' '}
              {props.mayContinue && <a href={`${base}/columns`}>{t.result.change}</a>}
            </p>
          )}
        </>
      )}
    </Page>
  );
}
