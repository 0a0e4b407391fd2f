import { Panel } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { Shown } from '../../schema.ts';
import { text as libraryText } from '../../text.pl.ts';
import { CITATION_FORMATS } from '../schema.ts';
import { text } from '../text.pl.ts';

/** How to name a publication in a text of one's own. */
export function CitePage({ shown, cite }: { shown: Shown; cite: string }) {
  const t = useText(text);
  const l = useText(libraryText);
  return (
    <Page
      title={t.citation.title(shown.title)}
      lead={t.citation.lead}
      reader="public"
      breadcrumb={[
        { href: '/knowledge', label: l.nav },
        { href: '/library', label: l.sections.library },
        { href: shown.path, label: shown.title },
      ]}
    >
      <Panel title={t.citation.text}>
        <p lang={shown.lang}>{cite}</p>
      </Panel>
      <Panel title={t.citation.files}>
        <ul>
          {CITATION_FORMATS.map((format) => (
            <li>
              <a href={`${shown.path}/cite/${format}?lang=${shown.lang}`} download data-no-prefetch>
                {t.citation.formats[format]}
              </a>
            </li>
          ))}
        </ul>
      </Panel>
    </Page>
  );
}
