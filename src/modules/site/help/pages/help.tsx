import type { Languages } from '#kernel/i18n.ts';
import { Panel } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text as access } from '../access/text.pl.ts';
import { text as account } from '../account/text.pl.ts';
import { text as advice } from '../advice/text.pl.ts';
import { text as cases } from '../cases/text.pl.ts';
import { text as directory } from '../directory/text.pl.ts';
import { text as editing } from '../editing/text.pl.ts';
import { text as events } from '../events/text.pl.ts';
import { text as institution } from '../institution/text.pl.ts';
import { text as partnerships } from '../partnerships/text.pl.ts';
import { text as person } from '../person/text.pl.ts';
import { CHAPTERS, type Chapter, type ChapterName } from '../schema.ts';
import { text } from '../text.pl.ts';
import { text as visitor } from '../visitor/text.pl.ts';

const TEXTS: Readonly<Record<ChapterName, Languages<Chapter>>> = {
  visitor,
  person,
  account,
  cases,
  access,
  institution,
  partnerships,
  advice,
  directory,
  editing,
  events,
};

/** The chapters, first the one about the page the reader comes from. */
export function HelpPage({ about }: { about: ChapterName | null }) {
  const t = useText(text);
  const { lang, actor } = useView();
  return (
    <Page title={t.title} lead={t.lead} description={t.lead} reader={actor ? undefined : 'public'}>
      {about && (
        <Panel title={t.about} tone="next">
          <p>
            <a href={`/help/${about}`}>
              <b>{TEXTS[about][lang].title}</b>
            </a>
          </p>
          <p>{TEXTS[about][lang].lead}</p>
        </Panel>
      )}
      <div class="map-of-site">
        {CHAPTERS.map((name) => (
          <Panel title={<a href={`/help/${name}`}>{TEXTS[name][lang].title}</a>}>
            <p>{TEXTS[name][lang].lead}</p>
          </Panel>
        ))}
      </div>
      <Elsewhere />
    </Page>
  );
}

/** One chapter: what it is about, then each thing to do under its own heading. */
export function ChapterPage({ name }: { name: ChapterName }) {
  const t = useText(text);
  const { lang, actor } = useView();
  const chapter = TEXTS[name][lang];
  const borrowed = lang !== 'pl' && chapter === TEXTS[name].pl;
  return (
    <Page
      title={chapter.title}
      lead={chapter.lead}
      description={chapter.lead}
      reader={actor ? undefined : 'public'}
      breadcrumb={[{ href: '/help', label: t.title }]}
      width="text"
    >
      {borrowed && <p class="muted">{t.inPolish}</p>}
      <div class="prose" lang={borrowed ? 'pl' : undefined}>
        <nav aria-label={t.contents}>
          <ol>
            {chapter.steps.map((step, index) => (
              <li>
                <a href={`#step-${index + 1}`}>{step.title}</a>
              </li>
            ))}
          </ol>
        </nav>
        {chapter.steps.map((step, index) => (
          <section id={`step-${index + 1}`}>
            <h2>{step.title}</h2>
            <p>{step.body}</p>
          </section>
        ))}
      </div>
      <Elsewhere />
    </Page>
  );
}

function Elsewhere() {
  const t = useText(text);
  return (
    <Panel title={t.noAnswer}>
      <p>
        <a href="/advice">{t.ask}</a>: {t.askMore}
      </p>
      <p>
        <a href="/report">{t.report}</a>: {t.reportMore}
      </p>
    </Panel>
  );
}
