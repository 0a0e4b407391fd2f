import { Select } from '#ui/components/choices.tsx';
import { ConfirmForm, Form, FormActions } from '#ui/components/form.tsx';
import { FileField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { MATERIAL_KINDS } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import { text } from '../text.pl.ts';
import { Frame, type Typed } from './frame.tsx';

export function CallOffPage(props: Typed) {
  const t = useText(text);
  const back = `/events/manage/${props.event.id}`;
  return (
    <Frame {...props} title={t.callOffTitle}>
      <ConfirmForm
        action={`${back}/call-off`}
        formKey={props.formKey}
        consequences={[t.callOffTold, t.callOffCalendars, t.callOffFinal]}
        submit={t.callOff}
        cancelHref={back}
        values={props.values}
        errors={props.errors}
      >
        <TextArea name="reasonPl" label={t.reasonPl} rows={2} max={500} />
        <TextArea name="reasonEn" label={t.reasonEn} rows={2} max={500} optional />
      </ConfirmForm>
    </Frame>
  );
}

export function MaterialPage(props: Typed) {
  const t = useText(text);
  const w = useText(words);
  const back = `/events/manage/${props.event.id}`;
  return (
    <Frame {...props} title={t.addMaterial}>
      <Form
        upload
        action={`${back}/materials`}
        formKey={props.formKey}
        values={props.values}
        errors={props.errors}
      >
        <TextField name="title" label={t.materialTitle} maxlength={200} />
        <Select
          name="kind"
          label={t.materialKind}
          options={MATERIAL_KINDS.map((value) => ({ value, label: w.materialKinds[value] }))}
        />
        <Select
          name="audience"
          label={t.audience}
          options={(['public', 'registered'] as const).map((value) => ({ value, label: t.audiences[value] }))}
        />
        <FileField name="file" label={t.file} />
        <FormActions submit={t.addMaterial} cancelHref={back} />
      </Form>
    </Frame>
  );
}

export function ResultsPage(props: Typed & { version: number }) {
  const t = useText(text);
  const back = `/events/manage/${props.event.id}`;
  return (
    <Frame {...props} title={t.results}>
      <Form
        action={`${back}/results`}
        formKey={props.formKey}
        version={props.version}
        values={props.values}
        errors={props.errors}
      >
        <TextArea name="resultsPl" label={t.resultsPl} hint={t.bodyHint} rows={8} max={20_000} />
        <TextArea name="resultsEn" label={t.resultsEn} rows={8} max={20_000} optional />
        <FormActions submit={t.resultsSave} cancelHref={back} />
      </Form>
    </Frame>
  );
}
