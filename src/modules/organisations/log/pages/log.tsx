import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { TimeText } from '#ui/components/format.tsx';
import { FilterBar, Pagination } from '#ui/components/lists.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { type Column, DataTable } from '#ui/components/table.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text as words } from '../../text.pl.ts';
import { KINDS, type LogLine, type LogQuery, type LogView, PAGE_SIZE } from '../schema.ts';
import { text } from '../text.pl.ts';

function Filters(props: { view: LogView; query: LogQuery }) {
  const t = useText(text);
  const { lang } = useView();
  const { view, query } = props;
  return (
    <FilterBar action="/audit" clearHref="/audit">
      <DateField name="from" label={t.from} value={formatDate(view.from, lang)} noHint />
      <DateField name="to" label={t.to} value={formatDate(view.to, lang)} noHint />
      <Select
        name="worker"
        label={t.worker}
        value={query.worker ?? ''}
        empty={t.everybody}
        options={view.workers.map((w) => ({ value: w.id, label: w.name }))}
      />
      <Select
        name="kind"
        label={t.kind}
        value={query.kind ?? ''}
        empty={t.anything}
        options={KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
      />
      {view.byNumber && (
        <TextField name="number" label={t.number} hint={t.numberHint} value={query.number ?? ''} />
      )}
    </FilterBar>
  );
}

export function LogPage(props: { view: LogView; query: LogQuery; exportHref: string }) {
  const t = useText(text);
  const all = useText(words);
  const classes: Readonly<Record<string, string>> = all.classes;
  const purposes: Readonly<Record<string, string>> = t.purposes;
  const { view } = props;
  const columns: Column<LogLine>[] = [
    { key: 'when', label: t.when, heading: true, cell: (line) => <TimeText at={line.at} /> },
    { key: 'worker', label: t.worker, cell: (line) => line.worker ?? t.nobody },
    { key: 'action', label: t.action, cell: (line) => line.action },
    { key: 'object', label: t.object, cell: (line) => line.objectType },
    {
      key: 'classes',
      label: t.classes,
      cell: (line) => line.classes.map((c) => classes[c] ?? c).join('; '),
    },
    { key: 'purpose', label: t.purpose, cell: (line) => purposes[line.purpose] ?? line.purpose },
    { key: 'request', label: t.request, cell: (line) => <code>{line.requestId}</code> },
  ];
  if (view.searched)
    columns.push({ key: 'id', label: t.objectId, cell: (line) => <code>{line.objectId}</code> });
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <ButtonLink href={props.exportHref} icon="download" download>
          {t.export}
        </ButtonLink>
      }
    >
      <Filters view={view} query={props.query} />
      <p>{t.count(view.total)}</p>
      {view.rows.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyMore}</EmptyState>
      ) : (
        <DataTable caption={t.title} captionHidden rows={view.rows} columns={columns} flow />
      )}
      <Pagination page={props.query.page} pageSize={PAGE_SIZE} total={view.total} />
    </Page>
  );
}
