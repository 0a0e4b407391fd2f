import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Suggest } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { FilterBar, Pagination } from '#ui/components/lists.tsx';
import { EmptyState, Panel, RuledList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { StateTag, type TagTone } from '#ui/components/tags.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { WaitingInvitation } from '../../initiative/service.ts';
import { text as words } from '../../initiative/text.pl.ts';
import { text as groupsText } from '../../meetings/groups/text.pl.ts';
import { text as networkText } from '../../network/text.pl.ts';
import { type ListQuery, PAGE_SIZE, type PartnershipLine, type PartnershipState } from '../../schema.ts';
import { text } from '../../text.pl.ts';

const TONES: Readonly<Record<PartnershipState, TagTone>> = {
  initiative: 'info',
  negotiation: 'info',
  agreement_signed: 'accent',
  operating: 'success',
  suspended: 'warning',
  ended: 'neutral',
};

export function PartnershipStateTag(props: { state: PartnershipState }) {
  const t = useText(text);
  return <StateTag tone={TONES[props.state]} label={t.states[props.state]} />;
}

function Table(props: { rows: readonly PartnershipLine[]; caption: string }) {
  const t = useText(text);
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rows={props.rows}
      columns={[
        {
          key: 'name',
          label: t.name,
          heading: true,
          cell: (p) => <a href={`/partnerships/${p.id}`}>{p.name}</a>,
        },
        { key: 'county', label: t.county, cell: (p) => p.county },
        { key: 'state', label: t.state, cell: (p) => <PartnershipStateTag state={p.state} /> },
        { key: 'members', label: t.members.title, cell: (p) => t.membersCount(p.members) },
      ]}
    />
  );
}

export function PartnershipsPage(props: {
  mine: readonly PartnershipLine[];
  others: { readonly rows: readonly PartnershipLine[]; readonly total: number };
  query: ListQuery;
  invitations: readonly WaitingInvitation[];
  mayFound: boolean;
}) {
  const [t, own] = [useText(text), useText(words).invitation];
  const network = useText(networkText);
  const groups = useText(groupsText);
  const { lang } = useView();
  const { mine, others, query } = props;
  const searched = query.q !== '';
  return (
    <Page
      title={t.title}
      lead={searched ? undefined : t.count(mine.length + others.total)}
      actions={
        <>
          <ButtonLink href="/network">{network.title}</ButtonLink>
          <ButtonLink href="/partner-groups">{groups.title}</ButtonLink>
          {props.mayFound && (
            <ButtonLink
              href="/partnerships/new"
              variant={mine.length === 0 ? 'primary' : 'secondary'}
              icon="add"
            >
              {t.new}
            </ButtonLink>
          )}
        </>
      }
    >
      {props.invitations.length > 0 && (
        <Panel title={own.mine} tone="next">
          <RuledList
            items={props.invitations.map((v) => (
              <>
                <a href={v.href}>{v.partnership}</a>{' '}
                <span class="muted">{own.since(formatDate(v.sentOn, lang))}</span>
              </>
            ))}
          />
        </Panel>
      )}
      {mine.length === 0 ? (
        <EmptyState title={t.none}>{t.noneMore}</EmptyState>
      ) : (
        <Panel title={t.mine}>
          <Table rows={mine} caption={t.mine} />
        </Panel>
      )}
      {(others.total > 0 || searched || query.page > 1) && (
        <Panel title={t.others} long>
          <FilterBar action="/partnerships" clearHref={searched ? '/partnerships' : undefined}>
            <TextField name="q" label={t.find} value={query.q} type="search" maxlength={100} grow />
          </FilterBar>
          {others.rows.length === 0 ? (
            <p>{t.notFound}</p>
          ) : (
            <>
              <Table rows={others.rows} caption={t.others} />
              <Pagination page={query.page} pageSize={PAGE_SIZE} total={others.total} />
            </>
          )}
        </Panel>
      )}
    </Page>
  );
}

export function NewPartnershipPage(props: {
  counties: readonly { id: string; name: string }[];
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  return (
    <Page
      title={t.new}
      lead={t.newLead}
      breadcrumb={[{ href: '/partnerships', label: t.title }]}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Form action="/partnerships/new" formKey={props.formKey} values={props.values} errors={props.errors}>
        <TextField name="name" label={t.name} hint={t.nameHint} maxlength={200} />
        <Suggest
          name="county"
          label={t.county}
          width="l"
          options={props.counties.map((c) => ({ value: c.id, label: `${c.name} (${c.id})` }))}
        />
        <FormActions submit={t.new} cancelHref="/partnerships" />
      </Form>
    </Page>
  );
}
