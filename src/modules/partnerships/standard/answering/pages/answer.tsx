import { Radios } from '#ui/components/choices.tsx';
import { ConfirmForm, Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { FileField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { RoundFrame, type Sent } from '../../pages/frame.tsx';
import { roundPath } from '../../pages/parts.tsx';
import { LEVELS, type RoundView } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { Answering } from '../service.ts';

/** A chapter of the own sheet: every requirement with what it asks, an answer and its evidence. */
export function AnswerPage(props: { view: Answering } & Sent) {
  const t = useText(text);
  const { view } = props;
  const { chapter } = view;
  const path = roundPath(view);
  return (
    <RoundFrame
      view={view}
      title={t.answer.title(chapter.number, chapter.title)}
      lead={t.answer.lead(view.own?.name ?? '')}
      errors={props.errors}
    >
      <Form action={`${path}/answer/${chapter.number}`} upload {...props}>
        {chapter.requirements.map((r) => (
          <Fieldset legend={`${r.code}. ${r.title}`} block>
            <p>{r.what}</p>
            {r.evidence && <p class="muted">{`${t.answer.howShown}: ${r.evidence}`}</p>}
            <Radios
              name={`level-${r.code}`}
              label={`${t.answer.level} (${r.code})`}
              inline
              options={LEVELS.map((value) => ({ value, label: t.levels[value] }))}
            />
            <TextArea
              name={`evidence-${r.code}`}
              label={`${t.answer.evidence} (${r.code})`}
              rows={2}
              optional
            />
            <TextField name={`link-${r.code}`} label={`${t.answer.link2} (${r.code})`} type="url" optional />
            <FileField
              name={`file-${r.code}`}
              label={`${t.answer.file} (${r.code})`}
              hint={
                view.answers.some((a) => a.code === r.code && a.fileId)
                  ? t.answer.fileThere
                  : t.answer.fileHint
              }
              accept={view.accept}
              optional
            />
          </Fieldset>
        ))}
        <FormActions submit={t.answer.save} cancelHref={path} />
      </Form>
    </RoundFrame>
  );
}

/** Before what cannot be undone: handing in, or closing the collection. */
export function ConfirmPage(props: { view: RoundView; what: 'hand-in' | 'close' } & Sent) {
  const t = useText(text);
  const { view, what } = props;
  const words =
    what === 'close'
      ? { title: t.close.title, consequences: t.close.what, submit: t.close.link }
      : { title: t.answer.handInTitle, consequences: t.answer.handInWhat, submit: t.answer.handIn };
  return (
    <RoundFrame view={view} title={words.title} errors={props.errors}>
      <ConfirmForm
        action={`${roundPath(view)}/${what}`}
        formKey={props.formKey}
        errors={props.errors}
        consequences={Object.values(words.consequences)}
        submit={words.submit}
        cancelHref={roundPath(view)}
        danger={false}
      />
    </RoundFrame>
  );
}
