import type { Child } from 'hono/jsx';
import { warsawDate } from '#kernel/time.ts';
import { DateText } from '#ui/components/format.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { MapData } from '../schema.ts';
import { text } from '../text.pl.ts';

interface Link {
  readonly href: string;
  readonly label: Child;
  readonly lang?: string;
}

function Links({ links }: { links: readonly Link[] }) {
  const { lang } = useView();
  return (
    <ul class="map-links">
      {links.map((link) => (
        <li>
          <a href={link.href} lang={link.lang === lang ? undefined : link.lang}>
            {link.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Where everything is, by section, as it is published now. */
export function SiteMapPage(props: MapData) {
  const t = useText(text);
  const { actor, nav, lang } = useView();
  const named = (links: Readonly<Record<string, string>>): Link[] =>
    Object.entries(links).map(([href, label]) => ({ href, label }));
  const { themes, shelves, events } = props;
  const title = (event: MapData['events'][number]) => (lang === 'en' && event.titleEn) || event.titlePl;
  return (
    <Page title={t.title} lead={t.lead} description={t.lead} reader={actor ? undefined : 'public'}>
      <div class="map-of-site">
        {actor && (
          <Panel title={t.mine}>
            <Links links={nav} />
          </Panel>
        )}
        <Panel title={t.help}>
          <Links links={named(t.helpLinks)} />
        </Panel>
        <Panel title={t.themes}>
          <Links
            links={[
              { href: '/knowledge', label: t.knowledge },
              ...themes.map((theme) => ({ href: `/knowledge?theme=${theme.code}`, label: theme.name })),
              { href: '/consultations', label: t.consultations },
            ]}
          />
        </Panel>
        {shelves.map(({ section, label, items, more }) => (
          <Panel
            title={section === 'pages' ? label : <a href={`/${section}`}>{label}</a>}
            foot={more && section !== 'pages' && <a href={`/${section}`}>{t.all}</a>}
          >
            <Links links={items.map((item) => ({ href: item.path, label: item.title, lang: item.lang }))} />
          </Panel>
        ))}
        <Panel title={<a href="/events">{t.events}</a>}>
          <Links
            links={events.map((event) => ({
              href: `/events/${event.slug}`,
              label: (
                <>
                  <DateText date={warsawDate(event.startsAt)} /> {title(event)}
                </>
              ),
            }))}
          />
        </Panel>
        <Panel title={t.feeds} id="feeds">
          <Links links={named(t.feedLinks)} />
        </Panel>
        <Panel title={t.about}>
          <Links links={named(t.aboutLinks)} />
        </Panel>
      </div>
    </Page>
  );
}
