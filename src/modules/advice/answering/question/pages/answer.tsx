import { Button } from '#ui/components/buttons.tsx';
import { ErrorSummary, Form, FormActions, Saved } from '#ui/components/form.tsx';
import { Details, Notice, Panel } from '#ui/components/panels.tsx';
import { FileField, TextArea } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { ACCEPTED } from '../../../schema.ts';
import { TemplatePicker } from '../../../templates/api.ts';
import { ANSWER_MAX } from '../schema.ts';
import { text } from '../text.pl.ts';
import { back, type Choices, type PartProps, pathOf } from './parts.tsx';
import { ReadingAid, Said } from './thread.tsx';

/** The answer: kept while it is typed, sent or proposed. One more, after the first, is behind a line to open. */
export function ReplyForm(props: PartProps & { choices: Choices }) {
  const t = useText(text);
  const { open, draft, mayAnswer } = props.view;
  if (!mayAnswer) return <Refused {...props} />;
  if (open)
    return (
      <Panel title={t.reply} tone="next" id="reply">
        <Reply {...props} />
      </Panel>
    );
  return (
    <Details summary={t.replyAgain} open={draft !== null || props.sent?.part === 'reply'} wide>
      <Reply {...props} />
    </Details>
  );
}

function Reply(props: PartProps & { choices: Choices }) {
  const t = useText(text);
  const { question, draft, toCall } = props.view;
  const path = pathOf(props);
  return (
    <>
      {draft?.reviewNote && (
        <Notice tone="warning" title={t.returned} quiet>
          <p class="said-words">{draft.reviewNote}</p>
        </Notice>
      )}
      <Form
        action={`${path}/reply`}
        part="reply"
        formKey={props.keys('reply')}
        version={question.rowVersion}
        autosave={`${path}/typing`}
        upload
        {...back(props, 'reply', { body: draft?.body ?? '' })}
      >
        <TextArea name="body" label={t.replyWords} hint={t.replyHint} rows={12} max={ANSWER_MAX} />
        <ReadingAid reading={props.view.reading} />
        <TemplatePicker templates={props.choices.templates} />
        <FileField name="files" label={t.files} accept={ACCEPTED} multiple optional />
        {question.needsReview && <p class="muted">{t.secondEyes}</p>}
        {toCall !== null && <p class="muted">{t.byPhone(toCall)}</p>}
        <div class="form-actions">
          <Button variant="primary" name="step" value="send">
            {question.needsReview ? t.propose : toCall === null ? t.send : t.keep}
          </Button>
          <Button name="step" value="draft">
            {t.saveDraft}
          </Button>
          <Saved />
        </div>
      </Form>
    </>
  );
}

/** Somebody was faster: why the answer did not leave, and its words, so that none are lost. */
function Refused(props: PartProps) {
  const t = useText(text);
  const { draft } = props.view;
  const sent = props.sent?.part === 'reply' ? props.sent : undefined;
  const typed = sent?.values.body;
  const words = typeof typed === 'string' ? typed : (draft?.body ?? '');
  if (words === '' && !sent) return null;
  return (
    <>
      <ErrorSummary errors={sent?.errors ?? []} />
      {words !== '' && (
        <Notice title={t.ownDraft} quiet>
          <p class="said-words">{words}</p>
        </Notice>
      )}
    </>
  );
}

/** An answer that waits for a second pair of eyes. */
export function ReviewPanel(props: PartProps & { me: string }) {
  const t = useText(text);
  const { view } = props;
  if (!view.proposed) return null;
  return (
    <Panel title={t.proposed} tone="next" id="review">
      <Said message={view.proposed} files={view.files} base={pathOf(props)} />
      <ReadingAid reading={view.reading} />
      {view.mayReview ? (
        <Form
          action={`${pathOf(props)}/review`}
          part="review"
          formKey={props.keys('review')}
          version={view.proposed.rowVersion}
          {...back(props, 'review')}
        >
          <input type="hidden" name="message" value={view.proposed.id} />
          <TextArea name="note" label={t.reviewNote} hint={t.reviewNoteHint} rows={3} max={2000} optional />
          <div class="form-actions">
            <Button variant="primary" name="verdict" value="approve">
              {t.approve}
            </Button>
            <Button name="verdict" value="return">
              {t.sendBack}
            </Button>
          </div>
        </Form>
      ) : (
        <p class="muted">{view.proposed.authorId === props.me ? t.ownProposed : t.othersProposed}</p>
      )}
    </Panel>
  );
}

export function NoteForm(props: PartProps) {
  const t = useText(text);
  return (
    <Details summary={t.noteForm} open={props.sent?.part === 'note'} wide>
      <Form
        action={`${pathOf(props)}/note`}
        part="note"
        formKey={props.keys('note')}
        light
        {...back(props, 'note')}
      >
        <TextArea name="body" label={t.note} hint={t.noteHint} rows={4} />
        <FormActions submit={t.saveNote} />
      </Form>
    </Details>
  );
}
