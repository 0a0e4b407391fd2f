import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Checkboxes, Select } from '#ui/components/choices.tsx';
import { ConfirmForm, Form, FormActions } from '#ui/components/form.tsx';
import { DateText, TimeText } from '#ui/components/format.tsx';
import { EmptyState, Panel, RuledList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { StateTag } from '#ui/components/tags.tsx';
import { DateField, FileField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { COMMENT_POLICIES, DOCUMENT_LANGS, type Named } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import type { Arranged, LawAct, Sent } from '../schema.ts';
import { text } from '../text.pl.ts';

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
      title={w.languages[lang as 'pl'] ?? lang}
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

function Settings(
  props: Sent & {
    document: Arranged;
    path: string;
    formKey: string;
    themes: readonly Named[];
    acts: readonly LawAct[];
  },
) {
  const t = useText(text);
  const { document } = props;
  const values = props.values ?? {
    slug: document.slug,
    position: String(document.position),
    comments: document.comments,
    themes: [...document.themes],
    tags: document.tags.join(', '),
    acts: document.acts.map((each) => `${each.act}: ${each.articles}`).join('\n'),
    related: document.related.map((each) => each.path).join('\n'),
    image_licence: document.imageLicence,
  };
  return (
    <Panel title={t.arrange.settings} id="settings">
      <Form
        action={`${props.path}/settings`}
        formKey={props.formKey}
        version={document.rowVersion}
        values={values}
        errors={props.errors}
        now={props.now}
      >
        <TextField name="slug" label={t.fields.slug} hint={t.arrange.slugHint} />
        {document.parentId !== null && (
          <TextField name="position" optional label={t.fields.position} width="s" inputmode="numeric" />
        )}
        <Checkboxes
          name="themes"
          label={t.fields.themes}
          optional
          options={props.themes.map((theme) => ({ value: theme.code, label: theme.name }))}
        />
        <TextField name="tags" optional label={t.fields.tags} hint={t.fields.tagsHint} />
        <TextArea
          name="acts"
          optional
          label={t.fields.acts}
          rows={4}
          hint={t.fields.actsHint(props.acts.map((act) => act.code).join(', '))}
        />
        <TextArea name="related" optional label={t.fields.related} rows={3} hint={t.fields.relatedHint} />
        <Select
          name="comments"
          label={t.fields.comments}
          options={COMMENT_POLICIES.map((policy) => ({ value: policy, label: t.comments[policy] }))}
        />
        <TextField name="image_licence" optional label={t.fields.imageLicence} />
        <FormActions />
      </Form>
    </Panel>
  );
}

function Files(props: {
  document: Arranged;
  path: string;
  attachments: readonly { readonly id: string; readonly title: string; readonly lang: string }[];
  accept: { readonly images: string; readonly files: string };
}) {
  const t = useText(text);
  const w = useText(words);
  const { document, path, accept } = props;
  return (
    <>
      <Panel title={t.files.image}>
        {document.imageId !== null && (
          <img src={`/library/images/${document.imageId}`} alt={t.files.imageNow} />
        )}
        <Form light upload action={`${path}/image`}>
          <FileField name="image" label={t.files.newImage} hint={t.files.imageHint} accept={accept.images} />
          <div class="form-actions">
            <Button>{t.files.setImage}</Button>
          </div>
        </Form>
      </Panel>
      <Panel title={t.files.title}>
        {props.attachments.length > 0 && (
          <RuledList
            items={props.attachments.map((file) => (
              <Form light action={`${path}/files/${file.id}/remove`}>
                <p>
                  {file.title} ({file.lang}) <Button variant="secondary">{t.files.remove}</Button>
                </p>
              </Form>
            ))}
          />
        )}
        <Form light upload part="file" action={`${path}/files`}>
          <FileField name="file" label={t.files.file} accept={accept.files} />
          <TextField name="title" label={t.fields.title} />
          <Select
            name="lang"
            label={t.fields.lang}
            options={DOCUMENT_LANGS.map((lang) => ({ value: lang, label: w.languages[lang] }))}
          />
          <TextField name="pages" optional label={t.files.pages} width="s" inputmode="numeric" />
          <TextArea
            name="accessibility"
            optional
            label={t.files.accessibility}
            hint={t.files.accessibilityHint}
            rows={3}
          />
          <TextField name="licence" optional label={t.files.licence} />
          <div class="form-actions">
            <Button>{t.files.add}</Button>
          </div>
        </Form>
      </Panel>
    </>
  );
}

export function WithdrawPage(props: Sent & { document: Arranged; lang: string; formKey: string }) {
  const t = useText(text);
  const path = `/library/edit/documents/${props.document.id}`;
  return (
    <Page
      title={t.withdraw.title(props.document.title)}
      width="text"
      breadcrumb={[{ href: path, label: props.document.title }]}
      failed={Boolean(props.errors?.length)}
    >
      <ConfirmForm
        action={`${path}/withdraw`}
        formKey={props.formKey}
        consequences={[t.withdraw.gone, t.withdraw.kept]}
        submit={t.withdraw.submit}
        cancelHref={path}
        values={props.values}
        errors={props.errors}
      >
        <input type="hidden" name="lang" value={props.lang} />
        <TextArea name="reason" label={t.withdraw.reason} rows={3} max={500} />
      </ConfirmForm>
    </Page>
  );
}

export function DropPage(props: { id: string; title: string; formKey: string }) {
  const t = useText(text);
  return (
    <Page
      title={t.drop.title(props.title)}
      width="text"
      breadcrumb={[{ href: '/library/edit', label: t.desk.title }]}
    >
      <ConfirmForm
        action={`/library/edit/${props.id}/drop`}
        formKey={props.formKey}
        consequences={[t.drop.gone]}
        submit={t.drop.submit}
        cancelHref={`/library/edit/${props.id}`}
      />
    </Page>
  );
}

/** Acts of law; saying that one changed puts what rests on it on the desk. */
export function ActsPage(props: Sent & { acts: readonly LawAct[]; formKey: string }) {
  const t = useText(text);
  return (
    <Page
      title={t.acts.title}
      lead={t.acts.lead}
      breadcrumb={[{ href: '/library/edit', label: t.desk.title }]}
      failed={Boolean(props.errors?.length)}
      aside={
        <Panel title={t.acts.changed}>
          <Form
            light
            action="/library/edit/acts"
            formKey={props.formKey}
            values={props.values}
            errors={props.errors}
          >
            <Select
              name="act"
              label={t.acts.act}
              options={props.acts.map((act) => ({ value: act.code, label: act.short }))}
            />
            <DateField name="on" label={t.acts.on} />
            <TextField name="note" optional label={t.acts.note} maxlength={500} />
            <FormActions submit={t.acts.submit} />
          </Form>
        </Panel>
      }
    >
      {props.acts.length === 0 ? (
        <EmptyState title={t.acts.none} />
      ) : (
        <DataTable<LawAct>
          caption={t.acts.title}
          captionHidden
          rows={props.acts}
          columns={[
            {
              key: 'short',
              label: t.acts.act,
              heading: true,
              cell: (act) => <a href={`/knowledge/acts/${act.code}`}>{act.short}</a>,
            },
            { key: 'name', label: t.acts.name, cell: (act) => act.name },
            { key: 'code', label: t.acts.code, cell: (act) => act.code },
            {
              key: 'changed',
              label: t.acts.changedOn,
              cell: (act) => (act.changedOn === null ? '' : <DateText date={act.changedOn} />),
            },
          ]}
        />
      )}
    </Page>
  );
}
