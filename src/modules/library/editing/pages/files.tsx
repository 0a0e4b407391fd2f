import { Button } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { Form } from '#ui/components/form.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { FileField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { DOCUMENT_LANGS } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import type { Arranged } from '../schema.ts';
import { text } from '../text.pl.ts';

/** The picture of a document and its files to download. */
export function Files(props: {
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
