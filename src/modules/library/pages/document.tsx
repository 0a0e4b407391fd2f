import type { Child } from 'hono/jsx';
import { headingsOf, words } from '#kernel/markdown/tree.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { DateText } from '#ui/components/format.tsx';
import { Notice, Panel, RuledList } from '#ui/components/panels.tsx';
import { ChipLinks } from '#ui/components/tags.tsx';
import { Markdown } from '#ui/markdown.tsx';
import { type Crumb, Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { FactsView } from '../facts/pages/facts.tsx';
import { datedness, type Reading, type Shown, sectionOf } from '../schema.ts';
import { text } from '../text.pl.ts';
import { DocumentData } from './structured.tsx';

const WORDS_A_MINUTE = 180;

/** A document as everybody reads it. `more` stands between the text and the discussion. */
export function DocumentPage(
  props: Reading & { more?: Child; discussion?: Child; before?: Child; head?: Child },
) {
  const t = useText(text);
  const { lang } = useView();
  const { shown, blocks } = props;
  const minutes = Math.max(1, Math.round(words(blocks) / WORDS_A_MINUTE));
  return (
    <Page
      title={shown.title}
      lead={shown.lead}
      reader="public"
      description={shown.lead}
      breadcrumb={useCrumbs(shown)}
      meta={[
        t.kinds[shown.kind],
        <>
          {t.document.published} <DateText date={shown.publishedAt} />
          {warsawDate(shown.updatedAt) !== warsawDate(shown.publishedAt) && (
            <>
              , {t.document.updated} <DateText date={shown.updatedAt} />
            </>
          )}
        </>,
        t.document.minutes(minutes),
      ]}
      head={
        <>
          {shown.langs.map((each) => (
            <link rel="alternate" hreflang={each} href={`${props.siteUrl}${shown.path}?lang=${each}`} />
          ))}
          <DocumentData shown={shown} siteUrl={props.siteUrl} />
          {props.head}
        </>
      }
      actions={
        props.edits && (
          <ButtonLink href={`/library/edit/documents/${shown.id}`} icon="edit">
            {t.document.edit}
          </ButtonLink>
        )
      }
      before={
        <>
          {shown.lang !== lang && <Notice quiet>{t.document.otherLang(languageName(t, shown.lang))}</Notice>}
          <Dated shown={shown} />
          {props.before}
        </>
      }
      aside={<Beside {...props} />}
    >
      <article class="article" lang={shown.lang === lang ? undefined : shown.lang}>
        <Picture shown={shown} />
        <Contents {...props} />
        <FactsView facts={shown.facts} />
        <Markdown blocks={blocks} embed={props.embed} />
      </article>
      {props.more}
      {props.discussion}
    </Page>
  );
}

const languageName = (t: { languages: Readonly<Record<string, string>> }, lang: string): string =>
  t.languages[lang] ?? lang;

function useCrumbs(shown: Shown): Crumb[] {
  const t = useText(text);
  const section = sectionOf(shown.kind);
  const crumbs = [{ href: '/knowledge', label: t.nav }];
  if (section !== 'pages') crumbs.push({ href: `/${section}`, label: t.sections[section] });
  if (shown.parent && shown.kind === 'chapter')
    crumbs.push({ href: shown.parent.path, label: shown.parent.title });
  return crumbs;
}

/** Says when the law behind a text has changed, or nobody has looked at it for too long. */
function Dated({ shown }: { shown: Shown }) {
  const t = useText(text).document;
  const { now, lang } = useView();
  const { changed, overdue } = datedness(shown, warsawDate(now));
  return (
    <>
      {changed.map((act) => (
        <Notice tone="warning">{t.changed(act.short, formatDate(act.changedOn ?? '', lang))}</Notice>
      ))}
      {overdue && changed.length === 0 && <Notice tone="warning">{t.overdue}</Notice>}
    </>
  );
}

function Picture({ shown }: { shown: Shown }) {
  if (shown.imageId === null) return null;
  return (
    <figure>
      <img src={`/library/images/${shown.imageId}`} alt={shown.imageAlt} />
      {shown.imageLicence && <figcaption class="muted">{shown.imageLicence}</figcaption>}
    </figure>
  );
}

const LONG = 3;
function Contents({ blocks }: Reading) {
  const t = useText(text).document;
  const headings = headingsOf(blocks).filter((heading) => heading.level === 2);
  if (headings.length < LONG) return null;
  return (
    <nav class="contents" aria-label={t.onPage}>
      <p>
        <b>{t.onPage}</b>
      </p>
      <ol>
        {headings.map((heading) => (
          <li>
            <a href={`#${heading.id}`}>{heading.text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** What stands beside a text: law, files, subjects, languages, what else to read. */
function Beside({ shown }: Reading) {
  const t = useText(text);
  const d = t.document;
  const section = sectionOf(shown.kind);
  return (
    <>
      {(shown.legalStateOn !== null || shown.acts.length > 0) && (
        <Panel title={d.rests}>
          {shown.legalStateOn !== null && (
            <p>
              {d.legalState} <DateText date={shown.legalStateOn} />
            </p>
          )}
          <RuledList
            items={shown.acts.map((act) => (
              <>
                <a href={`/knowledge/acts/${act.code}`}>{act.name}</a>
                {act.articles && `, ${act.articles}`} <span class="muted">({act.journal})</span>
              </>
            ))}
          />
        </Panel>
      )}
      {shown.attachments.length > 0 && (
        <Panel title={d.files}>
          <RuledList items={shown.attachments.map((file) => <FileLine file={file} />)} />
        </Panel>
      )}
      {(shown.themes.length > 0 || shown.tags.length > 0) && (
        <Panel title={d.themes}>
          <ChipLinks
            label={d.themes}
            items={[
              ...shown.themes.map((theme) => ({ href: `/knowledge?theme=${theme.code}`, label: theme.name })),
              ...(section === 'pages' ? [] : shown.tags).map((tag) => ({
                href: `/${section}?tag=${encodeURIComponent(tag)}`,
                label: `#${tag}`,
              })),
            ]}
          />
        </Panel>
      )}
      {shown.related.length > 0 && (
        <Panel title={d.related}>
          <RuledList items={shown.related.map((item) => <a href={item.path}>{item.title}</a>)} />
        </Panel>
      )}
      <p class="no-print">
        <a href={`${shown.path}/history?lang=${shown.lang}`}>
          {d.history} ({d.version(shown.number)})
        </a>
      </p>
      {shown.langs.length > 1 && (
        <p class="no-print">
          {d.langs}:{' '}
          {shown.langs
            .filter((each) => each !== shown.lang)
            .map((each, i) => (
              <>
                {i > 0 && ', '}
                <a href={`${shown.path}?lang=${each}`} hreflang={each} data-no-prefetch>
                  {languageName(t, each)}
                </a>
              </>
            ))}
        </p>
      )}
    </>
  );
}

function FileLine({ file }: { file: Shown['attachments'][number] }) {
  const t = useText(text).document;
  const kilobytes = Math.max(1, Math.round(file.size / 1024));
  return (
    <>
      <a href={`/library/files/${file.id}`} download hreflang={file.lang}>
        {file.title}
      </a>{' '}
      <span class="muted">
        {[
          file.kind.toUpperCase(),
          `${kilobytes} kB`,
          file.pages !== null && t.pages(file.pages),
          file.licence,
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
      {file.accessibility && (
        <p class="muted">
          {t.fileAccess}: {file.accessibility}
        </p>
      )}
    </>
  );
}
