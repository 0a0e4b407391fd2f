import { formatDate, warsawDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { DateText } from '#ui/components/format.tsx';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { enquiryWords } from '../../../enquiries/api.ts';
import type { Clause } from '../schema.ts';
import { text } from '../text.pl.ts';

/** One clause that was used, and what came of it. */
export function ClausePage(props: { clause: Clause; writes: boolean }) {
  const t = useText(text);
  const { bands } = useText(enquiryWords);
  const { lang } = useView();
  const { clause: c } = props;
  const requirement =
    c.kind !== null &&
    c.required !== null &&
    (c.kind === 'percent' ? t.percent(c.required) : t.persons(c.required));
  const items = [
    { term: t.buyer, value: c.buyer },
    { term: t.county, value: c.countyName },
    { term: t.rule, value: <a href={`/procurement/assistant#${c.ruleCode}`}>{c.ruleName}</a> },
    { term: t.cpv, value: c.cpv },
    { term: t.value, value: c.valueBand !== 'unknown' && bands[c.valueBand] },
    { term: t.group, value: c.groupName ?? false },
    { term: t.requirement, value: requirement },
    {
      term: t.dates,
      value: (
        <>
          <DateText date={c.startsOn} /> – {c.endsOn === null ? '' : <DateText date={c.endsOn} />}
        </>
      ),
    },
    {
      term: t.contractor,
      value: c.entityId === null ? c.contractor : <a href={`/directory/${c.entityId}`}>{c.contractor}</a>,
    },
    { term: t.employed, value: c.employed !== null && String(c.employed) },
    { term: t.control, value: t.controls[c.control] },
    { term: t.controlNote, value: c.controlNote !== '' && <span class="pre-line">{c.controlNote}</span> },
  ].filter(({ value }) => value !== false && value !== '');
  return (
    <Page
      title={c.subject}
      lead={c.buyer}
      breadcrumb={[
        { href: '/directory', label: t.directory },
        { href: '/procurement/register', label: t.title },
      ]}
      actions={
        props.writes && (
          <ButtonLink href={`/procurement/register/${c.id}/edit`} icon="edit">
            {t.edit}
          </ButtonLink>
        )
      }
    >
      <Panel foot={t.updated(formatDate(warsawDate(c.updatedAt), lang))}>
        <SummaryList items={items} />
      </Panel>
    </Page>
  );
}
