import { formatDate } from '#kernel/time.ts';
import { EmptyState, Panel, RuledList } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { useDeskCrumb } from '../../../pages/frame.tsx';
import { text } from '../../text.pl.ts';
import type { ActAtDesk } from '../schema.ts';

export function DeskActsPage({ acts }: { acts: readonly ActAtDesk[] }) {
  const all = useText(text);
  const t = all.acts;
  const { lang } = useView();
  const kinds = { article: t.article, template: t.template, rate: t.rate };
  return (
    <Page
      title={t.title}
      lead={t.lead}
      breadcrumb={[...useDeskCrumb(), { href: '/advice/knowledge', label: all.list.title }]}
    >
      {acts.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyMore}</EmptyState>
      ) : (
        acts.map((act) => (
          <Panel title={act.short} long>
            <p>
              <a href={`/knowledge/acts/${act.code}`}>{t.act}</a>
              {act.changedOn && <b> {t.changed(formatDate(act.changedOn, lang))}</b>} {act.changedNote}
            </p>
            <RuledList
              items={act.resting.map(({ kind, href, name, due }) => (
                <>
                  {href === null ? name : <a href={href}>{name}</a>}{' '}
                  <span class="muted">({kinds[kind]})</span>{' '}
                  {due && (
                    <Tag tone="warning" icon="alert">
                      {t.toReview}
                    </Tag>
                  )}
                </>
              ))}
            />
          </Panel>
        ))
      )}
    </Page>
  );
}
