import { formatDate, warsawDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Notice, Panel, RuledList, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag, WithThread } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { StructuredData } from '#ui/structured.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type Card, TERM_KINDS } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface CardPageProps {
  readonly card: Card;
  readonly member: boolean;
  readonly coordinates: boolean;
  /** Coordinates another partnership, which may come to visit. */
  readonly asks: boolean;
}

/** How a partnership introduces itself to everybody. */
export function CardPage({ card, member, coordinates, asks }: CardPageProps) {
  const t = useText(text);
  const { lang } = useView();
  const told = (title: string, words: string) =>
    words && (
      <Panel title={title}>
        <Paragraphs words={words} />
      </Panel>
    );
  return (
    <Page
      title={card.name}
      lead={card.lead && <span lang={lang === 'pl' ? undefined : 'pl'}>{card.lead}</span>}
      description={card.lead}
      breadcrumb={[
        { href: '/network', label: t.title },
        { href: `/network/${card.id}`, label: card.name },
      ]}
      meta={card.hosts ? [<Tag tone="accent">{t.hosts}</Tag>] : []}
      head={card.publishedOn ? <CardData card={card} /> : undefined}
      actions={coordinates && <ButtonLink href={`/partnerships/${card.id}/card`}>{t.edit}</ButtonLink>}
      before={card.publishedOn === null && <Notice tone="info">{t.draft}</Notice>}
      aside={<Facts card={card} />}
    >
      {TERM_KINDS.map((kind) => {
        const terms = card.terms.filter((term) => term.kind === kind);
        return (
          terms.length > 0 && (
            <Panel title={t.kinds[kind]}>
              <RuledList items={terms.map((term) => term.name)} />
            </Panel>
          )
        );
      })}
      {told(t.specialises, card.specialises)}
      {told(t.targetNote, card.targetNote)}
      {told(t.proudOf, card.proudOf)}
      {card.hosts && (
        <Panel
          title={t.hostTitle}
          action={
            asks &&
            !member && (
              <ButtonLink href={`/network/${card.id}/visit`} small>
                {t.hostHow}
              </ButtonLink>
            )
          }
        >
          <Paragraphs words={card.hostOffer} />
        </Panel>
      )}
      {card.contacts.length > 0 && (
        <Panel title={t.contacts} long>
          <DataTable
            caption={t.contacts}
            captionHidden
            rows={card.contacts}
            columns={[
              { key: 'topic', label: t.contactTopic, heading: true, cell: (c) => c.term.name },
              { key: 'role', label: t.contactRole, cell: (c) => `${c.role}, ${c.institution}` },
              {
                key: 'office',
                label: t.contactOffice,
                cell: (c) => (
                  <>
                    <a href={`mailto:${c.email}`}>{c.email}</a>
                    {c.phone && <span class="under">{c.phone}</span>}
                  </>
                ),
              },
            ]}
          />
        </Panel>
      )}
      <Panel title={t.partners} long>
        <RuledList
          items={card.members.map((m) => {
            const name = m.entityId ? <a href={`/directory/${m.entityId}`}>{m.name}</a> : m.name;
            return m.thread ? (
              <WithThread thread={m.thread} kind={m.type}>
                {name}
              </WithThread>
            ) : (
              name
            );
          })}
        />
      </Panel>
    </Page>
  );
}

function Paragraphs(props: { words: string }) {
  const { lang } = useView();
  return (
    <div lang={lang === 'pl' ? undefined : 'pl'}>
      {props.words
        .split(/\n+/)
        .filter(Boolean)
        .map((part) => (
          <p>{part}</p>
        ))}
    </div>
  );
}

function Facts({ card }: { card: Card }) {
  const t = useText(text);
  const { lang, actor } = useView();
  const states: Readonly<Record<string, string>> = t.states;
  return (
    <Panel title={t.facts}>
      <SummaryList
        items={[
          { term: t.countyTerm, value: `${card.county}, ${card.voivodeship}` },
          { term: t.sinceTerm, value: formatDate(card.startedOn, lang) },
          { term: t.stateTerm, value: states[card.state] ?? card.state },
          ...(card.area.length > 0 ? [{ term: t.area, value: card.area.join(', ') }] : []),
          ...(card.site
            ? [
                {
                  term: t.siteTerm,
                  value: (
                    <a href={card.site} rel="nofollow" class="break">
                      {card.site.replace(/^https?:\/\//, '')}
                    </a>
                  ),
                },
              ]
            : []),
          { term: t.updated, value: formatDate(warsawDate(card.updatedAt), lang) },
        ]}
      />
      {actor !== null && !actor.participant && (
        <p>
          <a href={`/network/${card.id}/similar`}>{t.similar}</a>
        </p>
      )}
    </Panel>
  );
}

/** The card for search engines (schema.org). */
function CardData({ card }: { card: Card }) {
  return (
    <StructuredData
      data={{
        '@type': 'Organization',
        '@id': `/network/${card.id}`,
        name: card.name,
        description: card.lead || undefined,
        url: card.site || undefined,
        foundingDate: card.startedOn,
        areaServed: {
          '@type': 'AdministrativeArea',
          name: card.county,
          identifier: card.countyCode,
          containedInPlace: { '@type': 'AdministrativeArea', name: card.voivodeship },
        },
        knowsAbout: card.terms.filter((term) => term.kind === 'topic').map((term) => term.name),
        member: card.members.map((m) => ({ '@type': 'Organization', name: m.name })),
        contactPoint: card.contacts.map((c) => ({
          '@type': 'ContactPoint',
          contactType: c.term.name,
          email: c.email,
          telephone: c.phone || undefined,
        })),
      }}
    />
  );
}
