import { formatDate, warsawDate } from '#kernel/time.ts';
import { ConfirmForm } from '#ui/components/form.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text } from '../../text.pl.ts';
import type { DraftLine } from '../form/schema.ts';

/** Referrals begun and not sent: each can be gone on with or deleted. */
export function Drafts(props: { drafts: readonly DraftLine[] }) {
  const t = useText(text).form;
  const { lang } = useView();
  return (
    <Panel title={t.drafts}>
      <RuledList
        items={props.drafts.map((d) => (
          <>
            <a href={`/referrals/new?draft=${d.id}`}>{d.name || t.noName}</a>
            <br />
            <span class="muted small">
              {t.draftOf(formatDate(warsawDate(d.at), lang))} ·{' '}
              <a
                href={`/referrals/new/delete?draft=${d.id}`}
                aria-label={t.deleteDraftOf(d.name || t.noName)}
              >
                {t.deleteDraft}
              </a>
            </span>
          </>
        ))}
      />
    </Panel>
  );
}

export function DeleteDraftPage(props: { draftId: string; name: string; formKey: string }) {
  const all = useText(text);
  const t = all.form;
  return (
    <Page
      title={t.deleteDraftTitle}
      width="text"
      breadcrumb={[{ href: '/referrals', label: all.title }]}
      lead={props.name || t.noName}
    >
      <ConfirmForm
        action="/referrals/new/delete"
        formKey={props.formKey}
        consequences={[t.deleteDraftGone, t.deleteDraftUnsent]}
        submit={t.deleteDraft}
        cancelHref={`/referrals/new?draft=${props.draftId}`}
      >
        <input type="hidden" name="draft" value={props.draftId} />
      </ConfirmForm>
    </Page>
  );
}
