import type { FieldError } from '#kernel/errors.ts';
import { formatDate, formatDateTime, warsawDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { ErrorSummary, HiddenFields } from '#ui/components/form.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text as registering } from '../../registering/text.pl.ts';
import { type Event, inLang } from '../../schema.ts';
import type { Person } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface PeopleProps {
  readonly event: Event;
  readonly people: readonly Person[];
  readonly figures: { readonly people: number; readonly attendances: number; readonly walkIns: number };
}

const nameOf = (p: Person) => `${p.givenName} ${p.familyName}`;

/** Everybody registered, for the organiser. */
export function PeoplePage(props: PeopleProps & { errors?: readonly FieldError[] }) {
  const t = useText(text);
  const { lang } = useView();
  const { event, people, figures } = props;
  const path = `/events/manage/${event.id}`;
  const title = inLang(lang, event.titlePl, event.titleEn);
  const groups = [
    [t.toDecide, people.filter((p) => p.state === 'requested')],
    [t.placed, people.filter((p) => p.state === 'confirmed')],
    [t.waiting, people.filter((p) => p.state === 'waiting')],
    [t.gone, people.filter((p) => p.state === 'declined' || p.state === 'cancelled')],
  ] as const;
  return (
    <Page
      title={t.title}
      lead={title}
      breadcrumb={[
        { href: '/events/manage', label: t.events },
        { href: path, label: title },
      ]}
      failed={(props.errors ?? []).length > 0}
      meta={[
        figures.attendances > 0 && t.figures(figures.people, figures.attendances),
        figures.walkIns > 0 && t.walkIns(figures.walkIns),
      ]}
      actions={
        <>
          <ButtonLink href={`${path}/door`} variant="primary">
            {t.door}
          </ButtonLink>
          <ButtonLink href={`${path}/list`}>{t.printList}</ButtonLink>
        </>
      }
    >
      <ErrorSummary errors={props.errors ?? []} />
      {people.length === 0 && <EmptyState title={t.none} />}
      <Needs people={people} />
      {groups.map(([label, list]) => list.length > 0 && <Group label={label} list={list} event={event} />)}
    </Page>
  );
}

/** How many need what: to order an interpreter one needs a number, not a list of names. */
function Needs({ people }: { people: readonly Person[] }) {
  const t = useText(text);
  const r = useText(registering);
  const placed = people.filter((p) => p.state === 'confirmed' || p.state === 'requested');
  const counts = new Map<keyof typeof r.needs, number>();
  for (const need of placed.flatMap((p) => p.needs)) counts.set(need, (counts.get(need) ?? 0) + 1);
  if (counts.size === 0) return null;
  return (
    <Panel title={t.needsTitle}>
      <p>{t.needsHint}</p>
      <ul class="plain-list">
        {[...counts].map(([need, n]) => (
          <li>
            {r.needs[need]}: <b class="num">{n}</b>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Group({ label, list, event }: { label: string; list: readonly Person[]; event: Event }) {
  const t = useText(text);
  const r = useText(registering);
  const past = event.firstAt !== null;
  return (
    <Panel title={`${label} (${list.length})`} long>
      <DataTable
        caption={label}
        captionHidden
        rows={list}
        columns={[
          { key: 'who', label: t.who, heading: true, cell: nameOf },
          { key: 'from', label: t.from, cell: (p) => p.organisation || '–' },
          { key: 'email', label: t.email, cell: (p) => <a href={`mailto:${p.email}`}>{p.email}</a> },
          {
            key: 'needs',
            label: t.needs,
            cell: (p) => [...p.needs.map((need) => r.needs[need]), p.note].filter(Boolean).join('; ') || '–',
          },
          ...(past
            ? [{ key: 'attended', label: t.attendance, number: true, cell: (p: Person) => p.attended.length }]
            : []),
          { key: 'decide', label: t.decide, quiet: true, cell: (p) => <Decide person={p} event={event} /> },
        ]}
      />
    </Panel>
  );
}

function Decide({ person, event }: { person: Person; event: Event }) {
  const t = useText(text);
  if (event.state !== 'published' || person.state === 'cancelled' || person.walkIn) return null;
  const choices = {
    requested: [
      ['confirmed', t.accept],
      ['declined', t.decline],
    ],
    waiting: [
      ['confirmed', t.accept],
      ['declined', t.decline],
    ],
    confirmed: [['cancelled', t.withdraw]],
    declined: [['confirmed', t.accept]],
  } as const;
  const list = person.state === 'unconfirmed' ? [] : choices[person.state];
  return (
    <form method="post" action={`/events/manage/${event.id}/people/${person.id}`}>
      <HiddenFields version={person.rowVersion} />
      {list.map(([decision, label]) => (
        <Button small variant="tertiary" name="decision" value={decision}>
          {label}
          <span class="visually-hidden">: {nameOf(person)}</span>
        </Button>
      ))}
    </form>
  );
}

/** The list for the table at the entrance: names, and room to sign for each date. */
export function ListPage({ event, people }: PeopleProps) {
  const t = useText(text);
  const { lang } = useView();
  const dates = event.occurrences.filter((o) => !o.cancelled).slice(0, 6);
  const placed = people.filter((p) => p.state === 'confirmed');
  return (
    <Page
      title={t.list}
      lead={inLang(lang, event.titlePl, event.titleEn)}
      meta={[event.firstAt && formatDateTime(event.firstAt, lang), event.institutionName]}
      breadcrumb={[{ href: `/events/manage/${event.id}/people`, label: t.title }]}
    >
      <section class="table-scroll" tabindex={0} aria-label={t.list}>
        <table class="table sign-list">
          <caption class="visually-hidden">{t.list}</caption>
          <thead>
            <tr>
              <th scope="col" class="number">
                {t.number}
              </th>
              <th scope="col">{t.who}</th>
              <th scope="col">{t.from}</th>
              {dates.map((o) => (
                <th scope="col">{`${t.signature} ${formatDate(warsawDate(o.startsAt), lang)}`}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {placed.map((p, n) => (
              <tr>
                <td class="number">{n + 1}</td>
                <th scope="row">{nameOf(p)}</th>
                <td>{p.organisation}</td>
                {dates.map(() => (
                  <td />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Page>
  );
}
