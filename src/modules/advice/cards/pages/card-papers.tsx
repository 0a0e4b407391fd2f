import type { FieldError } from '#kernel/errors.ts';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Details, Panel, RuledList } from '#ui/components/panels.tsx';
import { FileField, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import type { Card, CardFile } from '../schema.ts';
import { text } from '../text.pl.ts';

interface Sent {
  readonly card: Card;
  readonly formKey: string;
  readonly errors?: readonly FieldError[] | undefined;
}
const wrongIn = ({ errors }: Sent, ...fields: readonly string[]): boolean =>
  Boolean(errors?.some(({ field }) => fields.includes(field)));

/** What was written for whoever was advised, and the way to add more. */
export function Documents(props: Sent & { files: readonly CardFile[]; adds: boolean }) {
  const t = useText(text).card;
  const path = `/advice/cards/${props.card.id}/files`;
  return (
    <Panel title={t.documents} id="documents">
      {props.files.length === 0 ? (
        <p class="muted">{t.noDocuments}</p>
      ) : (
        <RuledList
          items={props.files.map((file) => (
            <a href={`${path}/${file.fileId}`}>
              {file.signature ? `${t.signature}: ${file.title}` : file.title} ({file.kind.toUpperCase()})
            </a>
          ))}
        />
      )}
      {props.adds && (
        <Details summary={t.addDocument} open={wrongIn(props, 'title')}>
          <Form light upload part="d" action={path} formKey={props.formKey} errors={props.errors}>
            <TextField name="title" label={t.documentTitle} maxlength={200} />
            <FileField name="file" label={t.file} />
            <FormActions submit={t.addDocument} />
          </Form>
        </Details>
      )}
    </Panel>
  );
}

/** The confirmation of somebody who signed on paper. */
export function PaperConfirmation(props: Sent) {
  const t = useText(text).card;
  return (
    <Details summary={t.paper} open={wrongIn(props, 'who', 'file')}>
      <p>{t.paperHint}</p>
      <Form
        light
        upload
        part="p"
        action={`/advice/cards/${props.card.id}/paper`}
        formKey={props.formKey}
        errors={props.errors}
      >
        <TextField name="who" label={t.signer} maxlength={200} />
        <FileField name="file" label={t.scan} />
        <FormActions submit={t.takePaper} />
      </Form>
    </Details>
  );
}
