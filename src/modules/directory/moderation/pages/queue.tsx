import type { FieldError } from '#kernel/errors.ts';
import { daysBetween, warsawDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { Pagination } from '#ui/components/lists.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { ChipLinks, Tag } from '#ui/components/tags.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { RecordView } from '../../record/schema.ts';
import { text as words } from '../../text.pl.ts';
import { MATTER_KINDS, PAGE_SIZE, type QueueQuery, type QueueRow } from '../schema.ts';
import { text } from '../text.pl.ts';

type Causes = Readonly<Record<string, string>>;
const QUEUE = '/directory/moderation';

/** The oldest first, with how long it has waited and for whom. */
export function QueuePage(props: {
  rows: readonly QueueRow[];
  total: number;
  counts: ReadonlyMap<string, number>;
  query: QueueQuery;
}) {
  const t = useText(text);
  const all = useText(words);
  const { now } = useView();
  const { rows, counts, query } = props;
  const causes: Causes = t.causes;
  const closed = query.closed === 'yes';
  const sum = [...counts.values()].reduce((a, b) => a + b, 0);
  const waits = (row: QueueRow) => {
    if (row.cause === 'code' || row.cause === 'newcomer') return t.waits[row.cause];
    return t.waits[row.kind];
  };
  return (
    <Page
      title={t.title}
      lead={t.lead}
      breadcrumb={[{ href: '/directory', label: all.nav }]}
      actions={<ButtonLink href="/directory/imports">{t.imports}</ButtonLink>}
    >
      <ChipLinks
        label={t.kind}
        items={[
          { href: QUEUE, label: `${t.all}: ${sum}`, current: !query.kind && !closed },
          ...MATTER_KINDS.map((kind) => ({
            href: `${QUEUE}?kind=${kind}`,
            label: `${t.kinds[kind]}: ${counts.get(kind) ?? 0}`,
            current: query.kind === kind && !closed,
          })),
          { href: `${QUEUE}?closed=yes`, label: t.closed, current: closed },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title={closed ? t.noneClosed : t.empty}>{!closed && t.emptyMore}</EmptyState>
      ) : (
        <>
          <DataTable<QueueRow>
            caption={t.title}
            captionHidden
            rows={rows}
            columns={[
              {
                key: 'subject',
                label: t.subject,
                heading: true,
                cell: (r) => (
                  <>
                    <a href={`${QUEUE}/${r.id}`}>{r.name}</a>
                    {r.locality !== '' && <div class="small muted">{r.locality}</div>}
                  </>
                ),
              },
              {
                key: 'cause',
                label: t.cause,
                cell: (r) => (
                  <>
                    {causes[r.cause] ?? r.cause}
                    <div class="small muted">
                      {[t.kinds[r.kind], r.institution].filter(Boolean).join(', ')}
                    </div>
                  </>
                ),
              },
              closed
                ? {
                    key: 'state',
                    label: t.decided,
                    cell: (r) => (
                      <>
                        <Tag tone={r.state === 'accepted' ? 'success' : 'neutral'}>{t.states[r.state]}</Tag>{' '}
                        {r.closedAt && <DateText date={r.closedAt} />}
                      </>
                    ),
                  }
                : {
                    key: 'waiting',
                    label: t.waiting,
                    cell: (r) => (
                      <>
                        <b>{t.age(daysBetween(warsawDate(r.openedAt), warsawDate(now)))}</b>
                        <div class="small">{waits(r)}</div>
                      </>
                    ),
                  },
            ]}
          />
          <Pagination page={query.page} pageSize={PAGE_SIZE} total={props.total} />
        </>
      )}
    </Page>
  );
}

/** An editor has seen something that needs a closer look. */
export function CheckPage(props: {
  record: RecordView;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const all = useText(words);
  const { record, errors } = props;
  const path = `/directory/${record.id}`;
  return (
    <Page
      title={t.mark}
      lead={t.markLead}
      width="text"
      failed={(errors?.length ?? 0) > 0}
      breadcrumb={[
        { href: '/directory', label: all.nav },
        { href: path, label: record.shortName },
      ]}
    >
      <Form action={`${path}/check`} formKey={props.formKey} values={props.values} errors={errors}>
        <TextArea name="note" label={t.markNote} max={3000} />
        <FormActions submit={t.mark} cancelHref={path} />
      </Form>
    </Page>
  );
}
