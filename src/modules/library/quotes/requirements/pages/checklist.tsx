import { formatDate } from '#kernel/time.ts';
import { EmptyState } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text as libraryText } from '../../../text.pl.ts';
import type { Requirement, Standard } from '../schema.ts';
import { text } from '../text.pl.ts';

/** All requirements of a standard with boxes to tick on the screen or on paper. */
export function ChecklistPage({ standard }: { standard: Standard }) {
  const t = useText(text);
  const l = useText(libraryText);
  const { lang } = useView();
  const all = standard.chapters.flatMap((chapter) => chapter.requirements);
  return (
    <Page
      title={t.title}
      lead={t.lead(standard.title)}
      reader="public"
      breadcrumb={[
        { href: '/knowledge', label: l.nav },
        { href: '/library', label: l.sections.library },
        { href: standard.path, label: standard.title },
      ]}
      meta={[
        t.version(standard.number),
        standard.legalStateOn && t.legalState(formatDate(standard.legalStateOn, lang)),
      ]}
    >
      {all.length === 0 ? (
        <EmptyState title={t.none}>{t.noneBody}</EmptyState>
      ) : (
        <>
          <p>{t.count(all.length, all.filter(({ basic }) => basic).length)}</p>
          <p class="muted no-print">{t.kept}</p>
          {standard.chapters.map((chapter) => (
            <section class="text" lang={chapter.lang === lang ? undefined : chapter.lang}>
              <h2>
                <a href={chapter.path}>{chapter.title}</a>
              </h2>
              <ul class="tasks">
                {chapter.requirements.map((requirement) => (
                  <Line requirement={requirement} />
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </Page>
  );
}

function Line({ requirement: r }: { requirement: Requirement }) {
  const t = useText(text);
  return (
    <li class="task">
      <input type="checkbox" aria-label={t.done(r.number)} />
      <b>
        <a href={r.path}>
          {r.number}. {r.title}
        </a>
      </b>{' '}
      {r.basic && (
        <Tag tone="accent">
          <abbr title={t.basicTitle}>{t.basic}</abbr>
        </Tag>
      )}{' '}
      {r.law && <Tag>{t.law}</Tag>}
      {r.what && <p>{r.what}</p>}
      {r.evidence && (
        <p class="muted">
          {t.evidence} {r.evidence}
        </p>
      )}
    </li>
  );
}
