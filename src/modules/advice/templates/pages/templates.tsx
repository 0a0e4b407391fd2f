import type { FieldError } from '#kernel/errors.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { type DeskSettings, SettingsFrame } from '../../setup/api.ts';
import type { Doubt } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly topicCode: string | null;
  readonly lang: string;
  readonly doubts: readonly { readonly kind: Doubt['kind']; readonly words: string }[];
}
interface TopicOption {
  readonly value: string;
  readonly label: string;
  readonly name: string;
}

function Doubts({ doubts }: { doubts: Listed['doubts'] }) {
  const t = useText(text);
  if (doubts.length === 0) return <Tag tone="success">{t.current}</Tag>;
  return (
    <>
      {doubts.map(({ kind, words }) => (
        <div>
          <Tag tone={kind === 'ends' ? 'warning' : 'danger'} icon="alert">
            {t.look}
          </Tag>{' '}
          {words}
        </div>
      ))}
    </>
  );
}

export function TemplatesPage(props: {
  desk: DeskSettings;
  templates: readonly Listed[];
  topics: readonly TopicOption[];
}) {
  const t = useText(text);
  const { desk, templates } = props;
  const path = `/advice/desk/settings/${desk.id}/templates`;
  const names = new Map(props.topics.map(({ value, name }) => [value, name]));
  const add = (
    <ButtonLink href={`${path}/new`} variant="primary">
      {t.add}
    </ButtonLink>
  );
  return (
    <SettingsFrame
      desk={desk}
      current="templates"
      title={t.title}
      lead={t.lead}
      actions={templates.length > 0 && add}
    >
      {templates.length === 0 ? (
        <EmptyState title={t.none} action={add}>
          {t.noneMore}
        </EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          rows={templates}
          columns={[
            {
              key: 'name',
              label: t.name,
              heading: true,
              cell: (row) => <a href={`${path}/${row.id}`}>{row.name}</a>,
            },
            {
              key: 'topic',
              label: t.topic,
              cell: (row) =>
                row.topicCode === null ? t.anyTopic : (names.get(row.topicCode) ?? row.topicCode),
            },
            { key: 'lang', label: t.lang, cell: (row) => (row.lang === 'en' ? t.langs.en : t.langs.pl) },
            { key: 'state', label: t.state, cell: (row) => <Doubts doubts={row.doubts} /> },
          ]}
        />
      )}
      <p>
        <a href="/advice/desk/facts">{t.factsLink}</a>
      </p>
    </SettingsFrame>
  );
}

export function TemplatePage(props: {
  desk: DeskSettings;
  /** Null for a new one. */
  id: string | null;
  name: string;
  version: number;
  doubts: Listed['doubts'];
  preview: string | null;
  topics: readonly TopicOption[];
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  now?: Readonly<Record<string, unknown>>;
}) {
  const t = useText(text);
  const { desk, id } = props;
  const list = `/advice/desk/settings/${desk.id}/templates`;
  const path = `${list}/${id ?? 'new'}`;
  return (
    <SettingsFrame
      desk={desk}
      current="templates"
      title={id === null ? t.newTitle : props.name}
      trail={[{ href: list, label: t.title }]}
      failed={(props.errors ?? []).length > 0}
      width="text"
    >
      {id !== null && props.doubts.length > 0 && <Doubts doubts={props.doubts} />}
      <Form
        action={path}
        formKey={props.formKey}
        version={props.version}
        values={props.values}
        errors={props.errors}
        now={props.now}
      >
        <TextField name="name" label={t.name} maxlength={120} />
        <Select name="topic" label={t.topic} options={props.topics} empty={t.anyTopic} width="l" />
        <Select
          name="lang"
          label={t.lang}
          options={[
            { value: 'pl', label: t.langs.pl },
            { value: 'en', label: t.langs.en },
          ]}
          width="s"
        />
        <TextArea name="body" label={t.body} hint={t.bodyHint} rows={14} max={10_000} />
        <p>
          <a href="/advice/desk/facts">{t.factsLink}</a>
        </p>
        <FormActions submit={t.save} cancelHref={list} />
      </Form>
      {props.preview !== null && (
        <Panel title={t.preview}>
          <p class="pre-line">{props.preview}</p>
        </Panel>
      )}
      {id !== null && (
        <Form light action={`${path}/end`}>
          <Button>{t.end}</Button>
        </Form>
      )}
    </SettingsFrame>
  );
}

/** For a form of an answer: which template, and the button that puts it in. The button sends `step=insert`. */
export function TemplatePicker(props: { templates: readonly Listed[] }) {
  const t = useText(text);
  if (props.templates.length === 0) return null;
  return (
    <div class="field-group">
      <Select
        name="template"
        label={t.pick}
        options={props.templates.map((row) => ({
          value: row.id,
          label: row.doubts.some(({ kind }) => kind !== 'ends') ? `${row.name} (${t.over})` : row.name,
        }))}
        width="l"
        optional
      />
      <Button name="step" value="insert" formnovalidate>
        {t.insert}
      </Button>
    </div>
  );
}
