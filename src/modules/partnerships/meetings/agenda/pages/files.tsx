import type { FieldError } from '#kernel/errors.ts';
import { Button } from '#ui/components/buttons.tsx';
import { ConfirmForm, Form } from '#ui/components/form.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { FileField, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { MeetingFrame } from '../../pages/frame.tsx';
import type { Meeting, Place } from '../../schema.ts';
import type { MeetingFile } from '../schema.ts';
import { text } from '../text.pl.ts';

/** What was put up for the meeting; whoever runs it puts up more, and takes down what was a mistake. */
export function Files(props: {
  files: readonly MeetingFile[];
  base: string;
  runs: boolean;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { base, errors } = props;
  return (
    <Panel title={t.files}>
      {props.files.length === 0 ? (
        <p>{t.filesNone}</p>
      ) : (
        <ul class="ruled">
          {props.files.map((f) => (
            <li>
              <a href={`${base}/files/${f.id}`}>{f.title}</a>
              {f.removable && (
                <>
                  {' · '}
                  <a class="muted" href={`${base}/files/${f.id}/remove`} aria-label={t.removeFileOf(f.title)}>
                    {t.removeFile}
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {props.runs && (
        <Form
          light
          upload
          action={`${base}/files`}
          part="file"
          values={errors && props.values}
          errors={errors}
        >
          <input type="hidden" name="_part" value="file" />
          <TextField name="title" label={t.fileTitle} />
          <FileField name="file" label={t.file} hint={t.fileHint} />
          <Button>{t.addFile}</Button>
        </Form>
      )}
    </Panel>
  );
}

export function RemoveFilePage(props: {
  place: Place;
  meeting: Meeting;
  file: MeetingFile;
  formKey: string;
}) {
  const t = useText(text);
  const base = `${props.place.base}/${props.meeting.id}`;
  return (
    <MeetingFrame
      place={props.place}
      meeting={props.meeting}
      current="agenda"
      title={t.removeFileOf(props.file.title)}
    >
      <ConfirmForm
        action={`${base}/files/${props.file.id}/remove`}
        formKey={props.formKey}
        consequences={t.removeFileWhat}
        submit={t.removeFile}
        cancelHref={`${base}/agenda`}
        danger
      />
    </MeetingFrame>
  );
}
