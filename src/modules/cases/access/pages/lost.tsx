import { classWords } from '#modules/organisations/api.ts';
import { DateText } from '#ui/components/format.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { EndedAccess } from '../service.ts';
import { text } from '../text.pl.ts';

/** For an institution whose access ended: since when, why, and what it must do. No data of the person. */
export function LostAccessPage(props: { ended: readonly EndedAccess[] }) {
  const t = useText(text);
  const reasons: Readonly<Record<string, string>> = t.reasons;
  const words = classWords(useView().lang);
  return (
    <Page title={t.lost.title} lead={t.lost.lead}>
      <Panel title={t.lost.duties} tone="next">
        <ul class="prose">
          <li>{t.lost.delete}</li>
          <li>{t.lost.stop}</li>
          <li>{t.lost.tell}</li>
          <li>{t.lost.help}</li>
        </ul>
      </Panel>
      <Panel title={t.ended} long>
        <DataTable
          caption={t.ended}
          captionHidden
          rows={props.ended}
          columns={[
            {
              key: 'class',
              label: t.dataClass,
              heading: true,
              cell: (e) => words[e.dataClass] ?? e.dataClass,
            },
            { key: 'article', label: t.article, cell: (e) => e.article },
            { key: 'to', label: t.to, cell: (e) => <DateText date={e.until} /> },
            { key: 'why', label: t.why, cell: (e) => reasons[e.reason] },
          ]}
        />
      </Panel>
    </Page>
  );
}
