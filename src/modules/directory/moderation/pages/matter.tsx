import { daysBetween, formatDate, warsawDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Panel, RuledList, SummaryList, WaitsFor } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text as words } from '../../text.pl.ts';
import type { MatterView, Proposable } from '../schema.ts';
import { text } from '../text.pl.ts';
import { Decide, Decided, fieldsOf, type MatterPageProps } from './decide.tsx';

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

export function MatterPage(props: MatterPageProps) {
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
