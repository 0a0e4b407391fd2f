import { formatPhone } from '#kernel/contact.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { FormScope } from '#ui/components/form-scope.tsx';
import { FilterBar, Pagination } from '#ui/components/lists.tsx';
import { Details, EmptyState, Panel, RuledList, SummaryList } from '#ui/components/panels.tsx';
import { DateField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { Basis, ClassWords, Day, MyPage } from '../../pages/parts.tsx';
import type { Window } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { type DataQuery, KINDS, type Look, PAGE_SIZE, type Right } from '../schema.ts';
import { LookLine } from './looks.tsx';

interface DataView {
  readonly window: Window;
  readonly query: DataQuery;
  readonly total: number;
  readonly looks: readonly Look[];
  readonly lookers: readonly { value: string; label: string }[];
  readonly rights: readonly Right[];
}

function Filters(props: Pick<DataView, 'query' | 'lookers'>) {
  const t = useText(text).data;
  const { query } = props;
  return (
    <FilterBar action="/my/data" clearHref="/my/data">
      <FormScope values={{ ...query }}>
        <Select name="institution" label={t.institution} empty={t.anyone} options={props.lookers} />
        <Select
          name="kind"
          label={t.kind}
          empty={t.anything}
          options={KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        />
        <DateField noHint name="from" label={t.from} />
        <DateField noHint name="to" label={t.to} />
      </FormScope>
    </FilterBar>
  );
}

/** Entries of one day under its heading. */
function Days(props: { looks: readonly Look[] }) {
  const days = new Map<string, Look[]>();
  for (const look of props.looks) days.set(look.day, [...(days.get(look.day) ?? []), look]);
  return (
    <>
      {[...days].map(([day, looks]) => (
        <Panel title={<Day date={day} />} long>
          <RuledList items={looks.map((look) => <LookLine look={look} />)} />
        </Panel>
      ))}
    </>
  );
}

function Rights(props: { rights: readonly Right[] }) {
  const t = useText(text).data;
  const { lang } = useView();
  if (props.rights.length === 0) return <p>{t.noRights}</p>;
  return (
    <RuledList
      items={props.rights.map((right) => (
        <div>
          <b>{right.institutionName}</b>
          <br />
          <ClassWords classes={right.classes} />
          <br />
          <span class="muted">
            {right.consentId ? (
              <a href={`/my/consents/${right.consentId}`}>{t.byConsent}</a>
            ) : (
              right.article !== null && <Basis article={right.article} />
            )}
            {right.until && `, ${t.until(formatDate(warsawDate(new Date(right.until.getTime() - 1)), lang))}`}
          </span>
        </div>
      ))}
    />
  );
}

export function DataPage(props: DataView) {
  const all = useText(text);
  const t = all.data;
  const { lang } = useView();
  const { window: w, query } = props;
  const filtered = Boolean(query.institution || query.kind || query.from || query.to);
  return (
    <MyPage title={t.title} lead={t.lead}>
      {props.total > 0 || filtered ? (
        <>
          <Details summary={t.filter} open={filtered}>
            <Filters query={query} lookers={props.lookers} />
          </Details>
          <p class="muted">{props.total > 0 ? t.count(props.total) : t.noMatch}</p>
          <Days looks={props.looks} />
          {props.total > PAGE_SIZE && (
            <Pagination page={query.page} pageSize={PAGE_SIZE} total={props.total} />
          )}
        </>
      ) : (
        <EmptyState title={t.none}>{t.noneMore}</EmptyState>
      )}
      <p>{t.question}</p>
      <Panel title={t.rights} id="rights" long>
        <p>{t.rightsLead}</p>
        <Rights rights={props.rights} />
      </Panel>
      <Panel title={t.mine} id="mine">
        <SummaryList
          items={[
            { term: t.name, value: w.fullName || t.notGiven },
            { term: t.birth, value: w.birthDate ? formatDate(w.birthDate, lang) : t.notGiven },
            { term: t.address, value: w.address || t.notGiven },
            { term: t.phone, value: w.phone ? formatPhone(w.phone) : t.notGiven },
            { term: t.email, value: w.email || t.notGiven },
          ]}
        />
        <ButtonLink href="/my/messages/new?about=correction">{t.correct}</ButtonLink>
        <p>
          {t.asked} <a href="/advice/mine">{all.home.asked}</a>.
        </p>
      </Panel>
    </MyPage>
  );
}
