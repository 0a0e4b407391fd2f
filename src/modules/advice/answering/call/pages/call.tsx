import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { formatDateTime } from '#kernel/time.ts';
import { type HelpLine, HelpLines } from '#modules/site/api.ts';
import { Button } from '#ui/components/buttons.tsx';
import { type OptionGroup, Radios, Select, Suggest } from '#ui/components/choices.tsx';
import { FieldRow, Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { Details, Panel, RuledList } from '#ui/components/panels.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { DeskFrame, useDeskCrumb } from '../../../pages/frame.tsx';
import type { Unfinished } from '../service.ts';
import { text } from '../text.pl.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** One screen for a talk, typed while it goes on and kept as it is typed. */
export function CallPage(props: {
  draftId: string;
  formKey: string;
  desks: readonly Option[];
  topics: readonly OptionGroup[];
  counties: readonly Option[];
  callers: readonly Option[];
  /** Of the desk, or of each of them. */
  colleagues: readonly Option[] | readonly OptionGroup[];
  lines: readonly HelpLine[];
  unfinished: readonly Unfinished[];
  values: FormValues;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const path = `/advice/desk/call/${props.draftId}`;
  const [only] = props.desks;
  return (
    <DeskFrame
      current="call"
      title={t.title}
      lead={t.lead}
      breadcrumb={[...useDeskCrumb(), { href: '/advice/desk/call', label: t.title }]}
      failed={Boolean(props.errors?.length)}
      aside={
        <>
          {props.unfinished.length > 0 && <UnfinishedPanel items={props.unfinished} />}
          <Details summary={t.crisis}>
            <HelpLines lines={props.lines} />
          </Details>
        </>
      }
    >
      <Form
        action={path}
        formKey={props.formKey}
        autosave={`${path}/typing`}
        values={{ channel: 'phone', outcome: 'answered', desk: only?.value ?? '', ...props.values }}
        errors={props.errors}
      >
        <TextArea name="words" label={t.words} rows={6} max={5000} />
        <FieldRow>
          <Select name="caller" label={t.caller} empty={t.notSaid} options={props.callers} optional />
          <Suggest name="county" label={t.county} empty={t.notSaid} options={props.counties} optional />
          <Select name="topic" label={t.topic} empty={t.notSaid} options={props.topics} optional />
        </FieldRow>
        <Radios
          name="outcome"
          label={t.outcome}
          options={[
            { value: 'answered', label: t.outcomes.answered },
            { value: 'passed', label: t.outcomes.passed },
          ]}
        />
        <TextArea name="answer" label={t.answer} hint={t.answerHint} rows={6} max={20_000} />
        <Select name="worker" label={t.passedTo} hint={t.passedToHint} options={props.colleagues} optional />
        <Fieldset legend={t.contact} hint={t.contactHint}>
          <FieldRow>
            <TextField name="name" label={t.name} maxlength={120} optional />
            <TextField name="phone" label={t.phone} type="tel" width="m" optional />
            <TextField name="email" label={t.email} type="email" optional />
          </FieldRow>
          <FieldRow>
            <DateField name="callBackOn" label={t.callBackOn} noHint optional />
            <TextField name="callBackAt" label={t.callBackAt} width="s" inputmode="text" optional />
          </FieldRow>
        </Fieldset>
        <Fieldset legend={t.talk}>
          {props.desks.length > 1 ? (
            <Select name="desk" label={t.desk} options={props.desks} />
          ) : (
            <input type="hidden" name="desk" value={only?.value ?? ''} />
          )}
          <Radios
            name="channel"
            label={t.channel}
            options={[
              { value: 'phone', label: t.channels.phone },
              { value: 'visit', label: t.channels.visit },
            ]}
          />
          <TextField name="subject" label={t.subject} hint={t.subjectHint} maxlength={200} optional />
        </Fieldset>
        <FormActions submit={t.save} cancelHref="/advice/desk">
          <Button formaction={`${path}/drop`} formnovalidate variant="tertiary">
            {t.drop}
          </Button>
        </FormActions>
      </Form>
    </DeskFrame>
  );
}

function UnfinishedPanel(props: { items: readonly Unfinished[] }) {
  const t = useText(text);
  const { lang } = useView();
  return (
    <Panel title={t.unfinished}>
      <RuledList
        items={props.items.map(({ id, words, at }) => (
          <>
            <a href={`/advice/desk/call?draft=${id}`}>{words || t.noWords}</a>
            <br />
            <span class="muted">{formatDateTime(at, lang)}</span>
          </>
        ))}
      />
    </Panel>
  );
}
