import { ButtonLink } from '#ui/components/buttons.tsx';
import { ConfirmForm } from '#ui/components/form.tsx';
import { TimeText } from '#ui/components/format.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { DeskFrame } from '../../../pages/frame.tsx';
import { text } from '../../text.pl.ts';
import type { ArticleLine } from '../schema.ts';
import { StandTag, useArticleCrumbs } from './article.tsx';

export function ArticlesPage({ lines }: { lines: readonly ArticleLine[] }) {
  const t = useText(text).list;
  return (
    <DeskFrame
      current="knowledge"
      title={t.title}
      lead={t.lead}
      breadcrumb={useArticleCrumbs().slice(0, 1)}
      actions={
        <>
          <ButtonLink href="/advice/desk/reports#gaps">{t.unanswered}</ButtonLink>
          <ButtonLink href="/advice/desk/acts">{t.acts}</ButtonLink>
        </>
      }
    >
      {lines.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyMore}</EmptyState>
      ) : (
        <DataTable<ArticleLine>
          caption={t.title}
          captionHidden
          rows={lines}
          columns={[
            {
              key: 'article',
              label: t.article,
              heading: true,
              cell: ({ id, title, contributed }) => (
                <a href={`/advice/knowledge/${id}`}>{contributed?.title ?? (title || '–')}</a>
              ),
            },
            { key: 'stand', label: t.stand, cell: ({ stand }) => <StandTag stand={stand} /> },
            { key: 'open', label: t.findings, number: true, cell: ({ open }) => (open > 0 ? open : '') },
            { key: 'changed', label: t.changed, cell: ({ updatedAt }) => <TimeText at={updatedAt} /> },
            {
              key: 'next',
              label: t.approve,
              quiet: true,
              cell: ({ waitsForMe, contributed }) =>
                contributed &&
                (waitsForMe ? (
                  <a href={`/library/edit/${contributed.versionId}/look`}>{t.approve}</a>
                ) : (
                  contributed.published && <a href={contributed.path}>{t.public}</a>
                )),
            },
          ]}
        />
      )}
    </DeskFrame>
  );
}

/** What will happen to the question and its answer, before anything does. */
export function BeginPage(props: { questionId: string; formKey: string }) {
  const t = useText(text).begin;
  return (
    <Page title={t.title} lead={t.lead} width="text" breadcrumb={useArticleCrumbs()}>
      <ConfirmForm
        action={`/advice/knowledge/questions/${props.questionId}`}
        formKey={props.formKey}
        consequences={t.consequences}
        submit={t.submit}
        cancelHref={`/advice/desk/questions/${props.questionId}`}
      />
    </Page>
  );
}
