import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { ConfirmForm, Form } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { EmptyState, Panel, RuledList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text as words } from '../../../text.pl.ts';
import { EntityStateTag } from '../../pages/freshness.tsx';
import type { RecordView } from '../../schema.ts';
import { PARTS, type PartKind } from '../schema.ts';
import { text } from '../text.pl.ts';
import { useCrumbs } from './form-props.tsx';

const label = (p: { name: string; street?: string; locality?: string }) =>
  p.name || [p.street, p.locality].filter(Boolean).join(', ');

function Parts(props: { record: RecordView; kind: PartKind }) {
  const t = useText(text);
  const { record, kind } = props;
  const path = `/directory/${record.id}/edit/${kind}`;
  const parts: readonly { id: string; name: string }[] = record[kind];
  return (
    <Panel title={t[kind]}>
      {parts.length === 0 ? (
        <p class="muted">{t.noneYet}</p>
      ) : (
        <RuledList items={parts.map((p) => <a href={`${path}/${p.id}`}>{label(p) || t.unnamed}</a>)} />
      )}
      <p>
        <ButtonLink href={`${path}/new`} icon="add">
          {t.add[kind]}
        </ButtonLink>
      </p>
    </Panel>
  );
}

/** What of a record may be changed, and the button that says all of it is true. */
export function EditPage(props: { record: RecordView; formKey: string; edits: boolean }) {
  const t = useText(text);
  const { record } = props;
  const path = `/directory/${record.id}`;
  return (
    <Page
      title={t.edit}
      lead={record.name}
      breadcrumb={useCrumbs(record).slice(0, 2)}
      aside={
        <Panel title={t.confirm} tone="next">
          <Form light action={`${path}/confirm`} formKey={props.formKey}>
            <p>{t.confirmAll}</p>
            <Button variant="primary" icon="accept">
              {t.confirm}
            </Button>
          </Form>
        </Panel>
      }
    >
      <p>{t.editLead}</p>
      <Panel>
        <RuledList
          items={[
            <a href={`${path}/edit/basics`}>{t.basics}</a>,
            <a href={`${path}/edit/statuses`}>{t.statuses}</a>,
            <a href={`${path}/edit/photos`}>
              {t.photos}: {t.count(record.photos.length)}
            </a>,
            record.supports.length > 0 && <a href={`${path}/places-free`}>{t.free}</a>,
            props.edits && record.parentId === null && <a href={`${path}/registers`}>{t.registers}</a>,
          ].filter(Boolean)}
        />
      </Panel>
      {PARTS.map((kind) => (
        <Parts record={record} kind={kind} />
      ))}
    </Page>
  );
}

export function RemovePage(props: { record: RecordView; kind: PartKind; part: string; formKey: string }) {
  const t = useText(text);
  const { record, kind, part } = props;
  const parts: readonly { id: string; name: string }[] = record[kind];
  const found = parts.find((p) => p.id === part);
  return (
    <Page
      title={t.removeTitle((found && label(found)) || t.unnamed)}
      breadcrumb={useCrumbs(record)}
      width="text"
    >
      <ConfirmForm
        action={`/directory/${record.id}/edit/${kind}/${part}/remove`}
        formKey={props.formKey}
        version={record.rowVersion}
        consequences={[t.removeWhat, t.removeKeep]}
        submit={t.remove}
        cancelHref={`/directory/${record.id}/edit`}
      />
    </Page>
  );
}

export interface OwnRecord {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly state: RecordView['state'];
  readonly confirmedOn: string | null;
}

export function MinePage(props: { records: readonly OwnRecord[]; edits: boolean }) {
  const t = useText(text);
  const all = useText(words);
  return (
    <Page
      title={t.mine}
      lead={t.mineLead}
      breadcrumb={[{ href: '/directory', label: all.nav }]}
      actions={
        props.edits && (
          <>
            <ButtonLink href="/directory/moderation">{t.queue}</ButtonLink>{' '}
            <ButtonLink href="/directory/new" variant="primary" icon="add">
              {t.new}
            </ButtonLink>
          </>
        )
      }
    >
      {props.edits && (
        <p>
          <a href="/directory/imports">{t.imports}</a>
        </p>
      )}
      {props.records.length === 0 ? (
        <EmptyState title={t.mineEmpty}>{t.mineEmptyMore}</EmptyState>
      ) : (
        <DataTable<OwnRecord>
          caption={t.mine}
          captionHidden
          rows={props.records}
          columns={[
            {
              key: 'name',
              label: t.name,
              heading: true,
              cell: (r) => <a href={`/directory/${r.id}`}>{r.name}</a>,
            },
            { key: 'state', label: t.state, cell: (r) => <EntityStateTag state={r.state} /> },
            {
              key: 'confirmed',
              label: t.confirmed,
              cell: (r) => (r.confirmedOn === null ? t.never : <DateText date={r.confirmedOn} />),
            },
          ]}
        />
      )}
    </Page>
  );
}
