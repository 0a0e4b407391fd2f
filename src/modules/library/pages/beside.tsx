import { DateText } from '#ui/components/format.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { ChipLinks } from '#ui/components/tags.tsx';
import { useText } from '#ui/view.tsx';
import { FactsView } from '../facts/pages/facts.tsx';
import { type Reading, type Shown, sectionOf } from '../schema.ts';
import { text } from '../text.pl.ts';

export const languageName = (t: { languages: Readonly<Record<string, string>> }, lang: string): string =>
  t.languages[lang] ?? lang;

/** What stands beside a text: law, files, subjects, languages, what else to read. */
export function Beside({ shown, edits }: Reading) {
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
      {shown.kind === 'publication' && <FactsView facts={shown.facts} />}
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
        {edits && (
          <>
            {' · '}
            <a href={`/library/edit/documents/${shown.id}`}>{d.arrange}</a>
          </>
        )}
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
