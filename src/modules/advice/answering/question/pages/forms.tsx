import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Checkbox, type OptionGroup, Select, Suggest } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Details, Notice, Panel, RuledList } from '#ui/components/panels.tsx';
import { FileField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { ACCEPTED } from '../../../schema.ts';
import { type ListedTemplate, TemplatePicker } from '../../../templates/api.ts';
import { ANSWER_MAX, type Colleague, type QuestionView } from '../schema.ts';
import { text } from '../text.pl.ts';
import { ReadingAid, Said } from './thread.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
}
export type Part = 'reply' | 'review' | 'note' | 'assign' | 'filing' | 'move' | 'join' | 'other';
/** A form of the page that came back. */
export interface Sent {
  readonly part: Part;
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
}
export interface Choices {
  readonly colleagues: readonly Colleague[];
  readonly desks: readonly Option[];
  readonly topics: readonly OptionGroup[];
  readonly counties: readonly Option[];
  readonly callers: readonly Option[];
  readonly templates: readonly ListedTemplate[];
  /** Who could answer, best first, each with the reasons in words. */
  readonly proposals: readonly { readonly workerId: string; readonly name: string; readonly words: string }[];
}
interface Props {
  readonly view: QuestionView;
  readonly keys: (part: Part) => string;
  readonly sent?: Sent;
}

const back = (props: Props, part: Part, values: FormValues = {}) =>
  props.sent?.part === part ? { values: props.sent.values, errors: props.sent.errors } : { values };
const pathOf = ({ view }: Props) => `/advice/desk/questions/${view.question.id}`;

/** The answer: kept while it is typed, sent or proposed. */
export function ReplyForm(props: Props & { choices: Choices }) {
  const t = useText(text);
  const { question, draft } = props.view;
  if (!props.view.mayAnswer) return null;
  const path = pathOf(props);
  return (
    <Panel title={t.reply} tone={question.dueOn ? 'next' : undefined} id="reply">
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
        <TextArea name="body" label={t.reply} hint={t.replyHint} rows={12} max={ANSWER_MAX} />
        <ReadingAid reading={props.view.reading} />
        <TemplatePicker templates={props.choices.templates} />
        <FileField name="files" label={t.files} accept={ACCEPTED} multiple optional />
        {question.needsReview && <p class="muted">{t.secondEyes}</p>}
        <div class="form-actions">
          <Button variant="primary" name="step" value="send">
            {question.needsReview ? t.propose : t.send}
          </Button>
          <Button name="step" value="draft">
            {t.saveDraft}
          </Button>
          <Saved />
        </div>
      </Form>
    </Panel>
  );
}

function Saved() {
  const t = useText(text);
  return <output class="saved" data-saved data-saving="…" data-saved-at={t.done.draft} data-offline="" />;
}

/** An answer that waits for a second pair of eyes. */
export function ReviewPanel(props: Props) {
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
        <p class="muted">{t.ownProposed}</p>
      )}
    </Panel>
  );
}

export function NoteForm(props: Props) {
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

/** Who answers: the reader with one button, or a colleague. */
export function AssignForm(props: Props & { me: string; choices: Choices }) {
  const t = useText(text);
  const { question } = props.view;
  const common = {
    action: `${pathOf(props)}/assign`,
    version: question.rowVersion,
    light: true,
  };
  return (
    <Panel title={t.assign}>
      {question.assignedTo !== props.me && (
        <Form {...common} part="take" formKey={props.keys('assign')}>
          <input type="hidden" name="worker" value={props.me} />
          <Button>{t.assignSelf}</Button>
        </Form>
      )}
      <Form
        {...common}
        part="assign"
        formKey={props.keys('assign')}
        {...back(props, 'assign', { worker: question.assignedTo ?? '' })}
      >
        <Select
          name="worker"
          label={t.assign}
          options={props.choices.colleagues.map(({ workerId, name, institution }) => ({
            value: workerId,
            label: `${name} (${institution})`,
          }))}
          optional
        />
        <Button>{t.assignSave}</Button>
      </Form>
      {question.assignedTo === null && props.choices.proposals.length > 0 && (
        <>
          <h3>{t.proposals}</h3>
          <RuledList
            items={props.choices.proposals.map(({ name, words }) => (
              <>
                <b>{name}</b>
                <br />
                <span class="muted">{words}</span>
              </>
            ))}
          />
        </>
      )}
    </Panel>
  );
}

export function FilingForm(props: Props & { choices: Choices }) {
  const t = useText(text);
  const { question } = props.view;
  const { topics, counties, callers } = props.choices;
  return (
    <Details summary={t.filing} open={props.sent?.part === 'filing'} wide>
      <Form
        action={`${pathOf(props)}/filing`}
        part="filing"
        formKey={props.keys('filing')}
        version={question.rowVersion}
        light
        {...back(props, 'filing', {
          subject: question.subject,
          topic: question.topicCode ?? '',
          county: question.countyCode ?? '',
          caller: question.callerCategory ?? '',
          review: question.needsReview ? 'yes' : '',
          urgent: question.urgent ? 'yes' : '',
        })}
      >
        <TextField name="subject" label={t.subject} maxlength={200} />
        <Select name="topic" label={t.topic} empty={t.none} options={topics} optional />
        <Suggest name="county" label={t.county} empty={t.none} options={counties} optional />
        <Select name="caller" label={t.caller} empty={t.none} options={callers} optional />
        <Checkbox name="review" label={t.review} />
        <Checkbox name="urgent" label={t.urgentTick} />
        <FormActions submit={t.save} />
      </Form>
    </Details>
  );
}

/** What is done seldom, each with what it means. */
export function OtherForms(props: Props & { choices: Choices }) {
  const t = useText(text);
  const { question } = props.view;
  const path = pathOf(props);
  const version = question.rowVersion;
  const open = props.sent !== undefined && ['move', 'join', 'other'].includes(props.sent.part);
  return (
    <Details summary={t.other} open={open} wide>
      {question.mergedInto === null && (
        <>
          <Form
            action={`${path}/join`}
            part="join"
            formKey={props.keys('join')}
            version={version}
            light
            {...back(props, 'join')}
          >
            <TextField name="number" label={t.joinNumber} hint={t.joinHow} width="m" />
            <Button>{t.joinSave}</Button>
          </Form>
          {props.choices.desks.length > 0 && (
            <Form
              action={`${path}/move`}
              part="move"
              formKey={props.keys('move')}
              version={version}
              light
              {...back(props, 'move')}
            >
              <Select name="desk" label={t.toDesk} hint={t.handOverHow} options={props.choices.desks} />
              <Button>{t.handOver}</Button>
            </Form>
          )}
        </>
      )}
      <Form
        action={`${path}/${question.state === 'closed' ? (question.mergedInto ? 'apart' : 'reopen') : 'close'}`}
        part="other"
        formKey={props.keys('other')}
        version={version}
        light
        {...back(props, 'other')}
      >
        <Button>
          {question.mergedInto
            ? t.takeApart
            : question.state === 'closed'
              ? t.reopen
              : question.answeredAt
                ? t.closeAnswered
                : t.close}
        </Button>
      </Form>
    </Details>
  );
}
