import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { Form } from '#ui/components/form.tsx';
import { TimeText } from '#ui/components/format.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { StateTag } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { languageName } from '../../pages/beside.tsx';
import { DOCUMENT_LANGS, type Named } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import type { Arranged, LawAct, Sent } from '../schema.ts';
import { text } from '../text.pl.ts';
import { Files } from './files.tsx';
import { Settings } from './settings.tsx';

type Version = Arranged['versions'][number];

/** One document: its versions in every language, and what is not words. */
export function DocumentEditPage(
  props: Sent & {
    document: Arranged;
    formKey: string;
    themes: readonly Named[];
    acts: readonly LawAct[];
    attachments: readonly { readonly id: string; readonly title: string; readonly lang: string }[];
    accept: { readonly images: string; readonly files: string };
  },
) {
  const t = useText(text);
  const w = useText(words);
  const { document } = props;
  const path = `/library/edit/documents/${document.id}`;
  const langs = [...new Set(document.versions.map((version) => version.lang))];
  return (
    <Page
      title={document.title}
      failed={Boolean(props.errors?.length)}
      breadcrumb={[{ href: '/library/edit', label: t.desk.title }]}
      meta={[
        w.kinds[document.kind],
        document.publishedAt === null ? t.arrange.unseen : <a href={document.path}>{document.path}</a>,
      ]}
      aside={<Files {...props} path={path} />}
    >
      {[...langs].map((lang) => (
        <Language document={document} lang={lang} path={path} formKey={props.formKey} />
      ))}
      <Panel title={t.arrange.another}>
        <Form light action={`${path}/correct`}>
          <Select
            name="lang"
            label={t.fields.lang}
            options={DOCUMENT_LANGS.filter((lang) => !langs.includes(lang)).map((lang) => ({
              value: lang,
              label: w.languages[lang],
            }))}
          />
          <div class="form-actions">
            <Button icon="add">{t.arrange.translate}</Button>
          </div>
        </Form>
      </Panel>
      {document.kind === 'publication' && (
        <p>
          <ButtonLink href={`/library/edit/new?parent=${document.id}&kind=chapter`} icon="add">
            {t.arrange.chapter}
          </ButtonLink>
        </p>
      )}
      <Settings {...props} path={path} />
    </Page>
  );
}

function Language(props: { document: Arranged; lang: string; path: string; formKey: string }) {
  const t = useText(text);
  const w = useText(words);
  const { now } = useView();
  const { document, lang, path } = props;
  const versions = document.versions.filter((version) => version.lang === lang);
  const open = versions.find((version) => version.state === 'draft' || version.state === 'proposed');
  const shown = versions.some(
    (version) => version.state === 'published' && (version.to === null || version.to > now),
  );
  return (
    <Panel
      title={languageName(w, lang)}
      action={
        open ? (
          <ButtonLink
            href={`/library/edit/${open.id}${open.state === 'proposed' ? '/look' : ''}`}
            variant="primary"
          >
            {open.state === 'proposed' ? t.arrange.look : t.arrange.go}
          </ButtonLink>
        ) : (
          <Form light action={`${path}/correct`}>
            <input type="hidden" name="lang" value={lang} />
            <Button variant="primary">{t.arrange.correct}</Button>
          </Form>
        )
      }
      foot={shown && <a href={`${path}/withdraw?lang=${lang}`}>{t.arrange.withdraw}</a>}
    >
      <DataTable<Version>
        caption={t.arrange.versions}
        captionHidden
        rows={versions}
        columns={[
          {
            key: 'number',
            label: t.fields.version,
            heading: true,
            cell: (version) => String(version.number),
          },
          {
            key: 'state',
            label: t.fields.state,
            cell: (version) => (
              <StateTag
                tone={
                  version.state === 'published'
                    ? 'success'
                    : version.state === 'withdrawn'
                      ? 'neutral'
                      : 'warning'
                }
                label={t.states[version.state as 'draft']}
              />
            ),
          },
          { key: 'title', label: t.fields.title, cell: (version) => version.title },
          {
            key: 'shown',
            label: t.fields.shown,
            cell: (version) =>
              version.from === null ? (
                ''
              ) : (
                <>
                  <TimeText at={version.from} /> – {version.to === null ? '' : <TimeText at={version.to} />}
                </>
              ),
          },
        ]}
      />
    </Panel>
  );
}
