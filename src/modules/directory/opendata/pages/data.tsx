import { formatDateTime } from '#kernel/time.ts';
import { formatNumber } from '#ui/components/format.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text as directoryText } from '../../text.pl.ts';
import { DATASETS, type Dataset, formatsOf } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface DataPageProps {
  readonly siteUrl: string;
  readonly changedAt: Date | null;
  readonly rows: Readonly<Record<Dataset, number>>;
  readonly yesterday: string;
}

/** What can be taken away, in which formats, under which terms; and a search box for other sites. */
export function DataPage(props: DataPageProps) {
  const t = useText(text);
  const d = useText(directoryText);
  const { lang } = useView();
  return (
    <Page
      title={t.title}
      reader="public"
      lead={t.lead}
      description={t.lead}
      breadcrumb={[
        { href: '/', label: 'Splot' },
        { href: '/directory', label: d.nav },
        { href: '/data', label: t.title },
      ]}
      meta={props.changedAt ? [t.changed(formatDateTime(props.changedAt, lang))] : []}
      head={<link rel="alternate" type="application/ld+json" href="/data/catalogue.jsonld" />}
    >
      <div class="column">
        <Panel title={t.files} long>
          <DataTable
            caption={t.files}
            captionHidden
            rows={DATASETS}
            columns={[
              {
                key: 'dataset',
                label: t.dataset,
                heading: true,
                cell: (name) => (
                  <>
                    {t.datasets[name].title}
                    <br />
                    <small>{t.datasets[name].about}</small>
                  </>
                ),
              },
              {
                key: 'rows',
                label: t.rows,
                number: true,
                cell: (name) => formatNumber(props.rows[name], lang),
              },
              {
                key: 'files',
                label: t.download,
                cell: (name) => (
                  <>
                    {formatsOf(name).map((format, index) => (
                      <>
                        {index > 0 && ' · '}
                        <a
                          href={`/data/${name}.${format}`}
                          download
                          aria-label={`${t.datasets[name].title}, ${format}`}
                        >
                          {format.toUpperCase()}
                        </a>
                      </>
                    ))}
                  </>
                ),
              },
            ]}
          />
        </Panel>
        <Panel title={t.changes}>
          <p>{t.changesText}</p>
          <p>
            <code>{`${props.siteUrl}/data/entities.ndjson?modified_after=${props.yesterday}`}</code>
          </p>
        </Panel>
        <Panel title={t.standard}>
          <RuledList items={[<a href="/hsds">{t.hsds}</a>, <a href="/data/catalogue.jsonld">{t.dcat}</a>]} />
        </Panel>
        <Panel title={t.widget}>
          <p>{t.widgetText}</p>
          <TextArea name="code" label={t.widgetCode} value={widget(props.siteUrl, t)} rows={6} />
        </Panel>
        <Panel title={t.terms}>
          <p>
            {t.termsText} <a href="https://creativecommons.org/licenses/by/4.0/deed.pl">CC BY 4.0</a>
          </p>
        </Panel>
      </div>
    </Page>
  );
}

/** A plain form: it works on any site, whatever that site forbids scripts to do. */
const widget = (siteUrl: string, t: { widgetLabel: string; widgetButton: string }): string =>
  `<form action="${siteUrl}/directory" method="get" target="_blank" rel="noopener">
  <label for="splot-q">${t.widgetLabel}</label>
  <input id="splot-q" name="q" type="search">
  <button>${t.widgetButton}</button>
</form>`;
