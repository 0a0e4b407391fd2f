import { Checkboxes, Select } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { COMMENT_POLICIES, type Named } from '../../schema.ts';
import type { Arranged, LawAct, Sent } from '../schema.ts';
import { text } from '../text.pl.ts';

/** What of a document is not words: its address, subjects, acts, comments. */
export function Settings(
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
