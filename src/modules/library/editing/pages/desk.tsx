import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { DateText, TimeText } from '#ui/components/format.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { Tabs } from '#ui/components/progress.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { Broken } from '../../links/api.ts';
import { languageName } from '../../pages/beside.tsx';
import { DOCUMENT_LANGS } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import { BEGUN_KINDS, DESK_VIEWS, type DeskLine, type DeskView, type Sent } from '../schema.ts';
import { text } from '../text.pl.ts';

/** What waits for the editors. */
export function DeskPage(props: {
  view: DeskView;
  lines: readonly DeskLine[];
  counts: Readonly<Record<DeskView, number>>;
}) {
  const t = useText(text);
  const w = useText(words);
  const { view } = props;
  return (
    <Page
      title={t.desk.title}
      lead={t.desk.leads[view]}
      breadcrumb={[{ href: '/knowledge', label: w.nav }]}
      actions={
        <>
          <ButtonLink href="/consultations">{t.desk.consultations}</ButtonLink>
          <ButtonLink href="/library/edit/new" variant="primary" icon="add">
            {t.desk.begin}
          </ButtonLink>
        </>
      }
    >
      <Tabs
        label={t.desk.title}
        items={DESK_VIEWS.map((each) => ({
          href: `/library/edit?view=${each}`,
          label: t.desk.views[each],
          current: each === view,
          count: props.counts[each],
        }))}
      />
      {props.lines.length === 0 ? (
        <EmptyState title={t.desk.empty} />
      ) : (
        <DataTable<DeskLine>
          caption={t.desk.views[view]}
          captionHidden
          rows={props.lines}
          columns={[
            {
              key: 'title',
              label: t.fields.title,
              heading: true,
              cell: (line) => (
                <a
                  href={
                    line.state === 'published'
                      ? `/library/edit/documents/${line.documentId}`
                      : `/library/edit/${line.id}${line.state === 'proposed' ? '/look' : ''}`
                  }
                >
                  {line.title}
                </a>
              ),
            },
            { key: 'kind', label: t.fields.kind, cell: (line) => w.kinds[line.kind] },
            {
              key: 'lang',
              label: t.fields.lang,
              cell: (line) => languageName(w, line.lang),
            },
            { key: 'author', label: t.desk.author, cell: (line) => line.authorName ?? '' },
            { key: 'when', label: t.desk.when[view], cell: (line) => <When view={view} line={line} /> },
          ]}
        />
      )}
      <p>
        <a href="/library/edit/acts">{t.acts.title}</a>
      </p>
    </Page>
  );
}

function When({ view, line }: { view: DeskView; line: DeskLine }) {
  const t = useText(text);
  if (line.link) return <BrokenLink link={line.link} />;
  if (view === 'review')
    return (
      <>
        {line.changedAct !== null && <Tag tone="warning">{t.desk.actChanged(line.changedAct)}</Tag>}{' '}
        {line.reviewBy !== null && <DateText date={line.reviewBy} />}
      </>
    );
  if (view === 'planned' && line.from !== null) return <TimeText at={line.from} />;
  return (
    <>
      <TimeText at={line.updatedAt} />
      {line.returnedNote && <p>{t.desk.returned(line.returnedNote)}</p>}
    </>
  );
}

function BrokenLink({ link }: { link: Broken }) {
  const t = useText(text).desk;
  return (
    <>
      <Tag tone={link.outcome === 'moved' ? 'neutral' : 'warning'}>
        {t.outcomes[link.outcome]}
        {link.status !== null && link.outcome !== 'moved' && ` (${link.status})`}
      </Tag>{' '}
      <a class="address" href={link.url} rel="nofollow external">
        {link.url}
      </a>
      {link.movedTo !== null && <p class="address">→ {link.movedTo}</p>}
    </>
  );
}

export function BeginPage(props: Sent & { formKey: string; parent: { id: string; title: string } | null }) {
  const t = useText(text);
  const w = useText(words);
  return (
    <Page
      title={props.parent ? t.begin.partOf(props.parent.title) : t.begin.title}
      width="text"
      failed={Boolean(props.errors?.length)}
      breadcrumb={[{ href: '/library/edit', label: t.desk.title }]}
    >
      <Form action="/library/edit/new" formKey={props.formKey} values={props.values} errors={props.errors}>
        {props.parent && <input type="hidden" name="parent" value={props.parent.id} />}
        <Select
          name="kind"
          label={t.fields.kind}
          options={(props.parent ? (['chapter', 'pilot', 'publication'] as const) : BEGUN_KINDS).map(
            (kind) => ({
              value: kind,
              label: w.kinds[kind],
            }),
          )}
        />
        <Select
          name="lang"
          label={t.fields.lang}
          options={DOCUMENT_LANGS.map((lang) => ({ value: lang, label: w.languages[lang] }))}
        />
        <TextField name="title" label={t.fields.title} maxlength={200} />
        <TextField name="slug" optional label={t.fields.slug} hint={t.fields.slugHint} maxlength={100} />
        <FormActions submit={t.begin.submit} cancelHref="/library/edit" />
      </Form>
    </Page>
  );
}
