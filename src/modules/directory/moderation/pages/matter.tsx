import type { FieldError } from '#kernel/errors.ts';
import { daysBetween, formatDate, warsawDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Checkboxes, Select } from '#ui/components/choices.tsx';
import { Form } from '#ui/components/form.tsx';
import { Panel, RuledList, SummaryList, WaitsFor } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text as words } from '../../text.pl.ts';
import { type MatterView, PROPOSABLE, type Proposable, REASONS } from '../schema.ts';
import { text } from '../text.pl.ts';

interface Props {
  view: MatterView;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}
const fieldsOf = ({ matter }: MatterView) => PROPOSABLE.filter((f) => matter.proposed[f] !== undefined);

/** What the record says and what it should say, side by side. */
function Diff(props: { view: MatterView }) {
  const t = useText(text);
  const { matter, record } = props.view;
  const value = (shown: string) =>
    shown === '' ? <span class="muted">{t.nothing}</span> : <span class="pre-line break">{shown}</span>;
  return (
    <Panel title={t.proposed} long>
      <DataTable<Proposable>
        caption={t.proposed}
        captionHidden
        rows={fieldsOf(props.view)}
        columns={[
          { key: 'field', label: t.field, heading: true, cell: (f) => t.fields[f] },
          { key: 'now', label: t.now, cell: (f) => value(record[f]) },
          { key: 'then', label: t.wished, cell: (f) => value(matter.proposed[f] ?? '') },
        ]}
      />
    </Panel>
  );
}

function Claim(props: { view: MatterView }) {
  const t = useText(text);
  const { matter, keeper, competing, runsSystem } = props.view;
  return (
    <Panel title={t.claim}>
      {matter.cause === 'newcomer' && <p>{t.newcomerHint}</p>}
      <SummaryList
        items={[
          { term: t.institution, value: matter.institution },
          { term: t.worker, value: matter.worker },
          { term: t.newcomerMail, value: matter.email },
          { term: t.keeper, value: keeper ?? t.nobody },
        ].filter((item) => item.value !== null)}
      />
      {matter.fileId && (
        <p>
          <ButtonLink href={`/directory/moderation/${matter.id}/paper`} icon="download" download>
            {t.paper}
          </ButtonLink>
        </p>
      )}
      {matter.cause === 'newcomer' && runsSystem && (
        <p>
          <ButtonLink href="/institutions/new">{t.newInstitution}</ButtonLink>
        </p>
      )}
      {competing.length > 0 && (
        <>
          <h3>{t.competing}</h3>
          <RuledList
            items={competing.map((c) => <a href={`/directory/moderation/${c.id}`}>{c.institution}</a>)}
          />
        </>
      )}
    </Panel>
  );
}

/** Yes on top, no below: each its own form, both made from the same version. */
function Decide(props: Props) {
  const t = useText(text);
  const { view, formKey, values, errors = [] } = props;
  const { matter } = view;
  const path = `/directory/moderation/${matter.id}`;
  const fields = fieldsOf(view);
  const rejecting = errors.some((e) => e.field === 'reason' || e.field === 'rejectNote');
  const noteLabel = matter.kind === 'check' ? t.memo : t.answer;
  const hint = matter.kind === 'check' ? undefined : t.answerHint;
  const yes =
    matter.kind === 'claim' && matter.institutionId !== null
      ? t.acceptClaim
      : fields.length > 0
        ? t.accept
        : t.done;
  return (
    <>
      <Panel title={t.acceptTitle} tone="next">
        <Form
          action={`${path}/accept`}
          formKey={formKey}
          version={view.version}
          values={values}
          errors={rejecting ? undefined : errors}
          light
        >
          {fields.length > 0 && (
            <Checkboxes
              name="fields"
              label={t.take}
              values={fields}
              options={fields.map((f) => ({ value: f, label: t.fields[f] }))}
            />
          )}
          <TextArea name="note" label={noteLabel} hint={hint} optional rows={3} max={3000} />
          <Button variant="primary" icon="accept">
            {yes}
          </Button>
        </Form>
      </Panel>
      <Panel title={t.rejectTitle}>
        <Form
          action={`${path}/reject`}
          formKey={formKey}
          version={view.version}
          values={values}
          errors={rejecting ? errors : undefined}
          light
        >
          <Select
            name="reason"
            label={t.reason}
            options={REASONS.map((value) => ({ value, label: t.reasons[value] }))}
          />
          <TextArea name="rejectNote" label={noteLabel} hint={hint} optional rows={3} max={3000} />
          <Button>{t.reject}</Button>
        </Form>
      </Panel>
    </>
  );
}

function Decided(props: { view: MatterView }) {
  const t = useText(text);
  const { lang } = useView();
  const { state, closedAt, closedCode, closedNote } = props.view.matter;
  const reason = REASONS.find((r) => r === closedCode);
  return (
    <Panel title={t.result}>
      <p>
        <Tag tone={state === 'accepted' ? 'success' : 'neutral'}>{t.states[state]}</Tag>{' '}
        {closedAt && formatDate(warsawDate(closedAt), lang)}
      </p>
      {reason && <p>{t.reasons[reason]}</p>}
      {closedCode === 'partly' && <p>{t.partly}</p>}
      {closedNote !== '' && <p class="pre-line">{closedNote}</p>}
    </Panel>
  );
}

export function MatterPage(props: Props) {
  const t = useText(text);
  const all = useText(words);
  const { lang } = useView();
  const { view } = props;
  const { matter, record, today } = view;
  const path = `/directory/${record.id}`;
  const causes: Readonly<Record<string, string>> = t.causes;
  const open = matter.state === 'open';
  const since = warsawDate(matter.openedAt);
  const waits = matter.cause === 'code' || matter.cause === 'newcomer' ? matter.cause : matter.kind;
  const mergeHref = `${path}/merge${matter.otherId ? `?with=${matter.otherId}` : ''}`;
  return (
    <Page
      title={causes[matter.cause] ?? matter.cause}
      lead={record.name}
      failed={(props.errors?.length ?? 0) > 0}
      breadcrumb={[
        { href: '/directory', label: all.nav },
        { href: '/directory/moderation', label: t.title },
      ]}
      meta={[<Tag>{t.kinds[matter.kind]}</Tag>, <Tag>{t.states[matter.state]}</Tag>]}
      before={
        open && (
          <WaitsFor
            who={matter.cause === 'code' ? t.theInstitution : t.editors}
            what={t.waits[waits]}
            more={`${t.since(formatDate(since, lang))} ${t.age(daysBetween(since, today))}.`}
            tone={matter.cause === 'code' ? 'others' : 'mine'}
          />
        )
      }
      aside={
        <Panel title={t.record}>
          <RuledList
            items={[
              <a href={path}>{t.open}</a>,
              <a href={`${path}/edit`}>{t.edit}</a>,
              <a href={`${path}/history`}>{t.history}</a>,
              <a href={mergeHref}>{matter.otherName ? t.mergeWith(matter.otherName) : t.merge}</a>,
            ]}
          />
        </Panel>
      }
    >
      {(matter.kind === 'report' || matter.kind === 'proposal' || matter.note !== '') && (
        <Panel title={t.written}>
          <p class="pre-line break">
            {matter.note || <span class="muted">{open ? t.noNote : t.erased}</span>}
          </p>
        </Panel>
      )}
      {fieldsOf(view).length > 0 && <Diff view={view} />}
      {matter.kind === 'claim' && <Claim view={view} />}
      {open ? <Decide {...props} /> : <Decided view={view} />}
    </Page>
  );
}
