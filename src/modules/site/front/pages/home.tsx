import { formatDateTime } from '#kernel/time.ts';
import { ListedItems } from '#modules/library/api.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { ChipLinks } from '#ui/components/tags.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type Front, VISITORS, type Visitor } from '../schema.ts';
import { text } from '../text.pl.ts';
import { ExamplePanel } from './example.tsx';

/** What there is for whoever comes, in one screen; then what is new, and what a shared case looks like. */
export function HomePage({ front }: { front: Front }) {
  const t = useText(text);
  return (
    <Page title={t.title} lead={t.lead} reader="public" description={t.lead}>
      <search class="no-print">
        <form class="front-search" action="/directory" method="get">
          <TextField name="q" type="search" label={t.q} hint={t.qHint} grow />
          <TextField name="where" type="search" label={t.where} hint={t.whereHint} grow />
          <Button variant="primary" icon="search">
            {t.find}
          </Button>
        </form>
      </search>
      <nav aria-label={t.visitors} class="visitors">
        {(Object.keys(VISITORS) as Visitor[]).map((visitor) => (
          <VisitorCard visitor={visitor} pages={front.pages} />
        ))}
      </nav>
      <div class="halves">
        {front.newest.length > 0 && (
          <Panel title={t.newest} foot={<a href="/news">{t.allNews}</a>}>
            <ListedItems items={front.newest} />
          </Panel>
        )}
        <Coming events={front.events} />
      </div>
      <ExamplePanel />
      {front.others.length > 0 && (
        <Panel title={t.about}>
          <ChipLinks
            label={t.about}
            items={front.others.map(({ path, title }) => ({ href: path, label: title }))}
          />
        </Panel>
      )}
    </Page>
  );
}

function VisitorCard({ visitor, pages }: { visitor: Visitor; pages: Front['pages'] }) {
  const t = useText(text)[visitor];
  const href = VISITORS[visitor];
  return (
    <Panel title={pages.has(href) ? <a href={href}>{t.title}</a> : t.title}>
      <p>{t.text}</p>
      <ul>
        {Object.entries(t.links).map(([to, label]) => (
          <li>
            <a href={to}>{label}</a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Coming({ events }: Pick<Front, 'events'>) {
  const t = useText(text);
  const { lang } = useView();
  if (events.length === 0) return null;
  return (
    <Panel
      title={t.events}
      foot={
        <>
          <a href="/events">{t.allEvents}</a> · <a href="/newsletter">{t.newsletter}</a>
        </>
      }
    >
      <RuledList
        items={events.map((event) => (
          <article class="listed">
            <h3>
              <a href={`/events/${event.slug}`}>{(lang === 'en' && event.titleEn) || event.titlePl}</a>
            </h3>
            <p class="muted">
              <time datetime={event.startsAt.toISOString()}>{formatDateTime(event.startsAt, lang)}</time>
              {' · '}
              {event.mode === 'online' ? t.online : event.locality}
            </p>
          </article>
        ))}
      />
    </Panel>
  );
}
