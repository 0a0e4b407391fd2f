import type { FieldError } from '#kernel/errors.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { ErrorSummary, Form, HiddenFields } from '#ui/components/form.tsx';
import { formatNumber, Money, TimeText } from '#ui/components/format.tsx';
import { FilterBar } from '#ui/components/lists.tsx';
import { EmptyState, Notice, Panel, WaitsFor } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { StateTag, type TagTone } from '#ui/components/tags.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { useCardCrumbs } from '../../pages/list.tsx';
import { Hours, useCardColumns } from '../../pages/table.tsx';
import { text as words } from '../../text.pl.ts';
import type { AdviserMonth, MonthLine, Statement, StatementState } from '../schema.ts';
import { text } from '../text.pl.ts';

const TONES: Readonly<Record<StatementState, TagTone>> = {
  open: 'neutral',
  handed: 'info',
  returned: 'warning',
  approved: 'success',
};
function StatementTag({ state }: { state: StatementState }) {
  return <StateTag tone={TONES[state]} label={useText(text).states[state]} />;
}

export function MonthsPage(props: { month: string; rows: readonly AdviserMonth[] }) {
  const t = useText(text);
  const w = useText(words);
  return (
    <Page title={t.list} lead={t.lead} breadcrumb={useCardCrumbs()} meta={[props.month]}>
      <FilterBar action="/advice/cards/months">
        <TextField name="month" label={t.month} value={props.month} hint={w.list.monthHint} width="s" />
      </FilterBar>
      {props.rows.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyMore}</EmptyState>
      ) : (
        <DataTable<AdviserMonth>
          caption={t.list}
          captionHidden
          rows={props.rows}
          columns={[
            {
              key: 'worker',
              label: t.adviser,
              heading: true,
              cell: ({ deskId, workerId, worker }) => (
                <a href={`/advice/cards/months/${deskId}/${workerId}/${props.month}`}>{worker}</a>
              ),
            },
            { key: 'desk', label: t.desk, cell: ({ desk }) => desk },
            { key: 'cards', label: t.cards, number: true, cell: ({ cards }) => cards },
            { key: 'hours', label: t.hours, number: true, cell: ({ hours }) => <Hours hours={hours} /> },
            {
              key: 'value',
              label: t.value,
              number: true,
              cell: ({ valueGrosze }) => <Money grosze={valueGrosze} />,
            },
            {
              key: 'open',
              label: t.open,
              cell: ({ drafts, waiting, disputed }) => t.unready(drafts, waiting, disputed),
            },
            { key: 'state', label: t.state, cell: ({ state }) => <StatementTag state={state} /> },
          ]}
        />
      )}
    </Page>
  );
}

function Decide({
  path,
  keys,
  errors,
}: {
  path: string;
  keys: readonly [string, string];
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  return (
    <Panel title={t.waits} tone="next">
      <p>{t.approveHint}</p>
      <form method="post" action={`${path}/approve`}>
        <HiddenFields formKey={keys[0]} />
        <Button variant="primary">{t.approve}</Button>
      </form>
      <Form
        light
        action={`${path}/return`}
        formKey={keys[1]}
        errors={errors?.filter(({ field }) => field === 'note')}
      >
        <TextArea name="note" label={t.note} rows={3} max={1000} />
        <div class="form-actions">
          <Button>{t.returnIt}</Button>
        </div>
      </Form>
    </Panel>
  );
}

export function StatementPage(props: {
  of: Statement;
  rights: { readonly hand: boolean; readonly decide: boolean };
  keys: readonly [string, string, string];
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const w = useText(words);
  const { lang } = useView();
  const { of, rights, keys } = props;
  const columns = useCardColumns<MonthLine>(({ cardId }) => cardId);
  const path = `/advice/cards/months/${of.desk}/${of.worker}/${of.month}`;
  return (
    <Page
      title={t.title(of.workerName, of.month)}
      breadcrumb={[...useCardCrumbs(), { href: `/advice/cards/months?month=${of.month}`, label: t.list }]}
      failed={Boolean(props.errors?.length)}
      meta={[
        <StatementTag state={of.state} />,
        of.deskName,
        w.count(of.lines.length, formatNumber(of.hours, lang, { max: 1 })),
      ]}
      actions={
        <>
          <ButtonLink href={`${path}/csv`} download>
            {t.csv}
          </ButtonLink>
          <ButtonLink href={`${path}/pdf`} download>
            {t.pdf}
          </ButtonLink>
        </>
      }
      before={
        <>
          <ErrorSummary errors={(props.errors ?? []).filter(({ field }) => field === '')} />
          {of.state === 'returned' && <Notice tone="warning">{t.returned(of.note)}</Notice>}
          {of.state === 'approved' && of.decidedAt && (
            <Notice tone="success" quiet>
              {of.decidedBy}, <TimeText at={of.decidedAt} />
            </Notice>
          )}
          {of.state === 'handed' && !rights.decide && (
            <WaitsFor who={t.waitsWho} what={t.waits} tone="others" />
          )}
        </>
      }
      aside={
        rights.decide ? <Decide path={path} keys={[keys[1], keys[2]]} errors={props.errors} /> : undefined
      }
    >
      {of.lines.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyMore}</EmptyState>
      ) : (
        <DataTable<MonthLine>
          caption={t.cards}
          captionHidden
          rows={of.lines}
          columns={[
            columns.number,
            columns.on,
            {
              key: 'client',
              label: w.list.client,
              cell: ({ client, clientKind }) => client || w.kinds[clientKind],
            },
            columns.type,
            columns.hours,
            columns.value,
            columns.state,
          ]}
        />
      )}
      <p>
        <b>{t.total}:</b> <Hours hours={of.hours} />, <Money grosze={of.valueGrosze} />
      </p>
      {rights.hand && (
        <form method="post" action={`${path}/hand`} class="no-print">
          <HiddenFields formKey={keys[0]} />
          <p class="muted">{t.handHint}</p>
          <Button variant="primary">{t.hand}</Button>
        </form>
      )}
    </Page>
  );
}
