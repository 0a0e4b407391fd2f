import type { FieldError } from '#kernel/errors.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Checkbox, Radios } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { PartnershipFrame } from '../../pages/frame.tsx';
import type { Partnership } from '../../schema.ts';
import { type Criterion, KINDS, type Selection, type Service } from '../schema.ts';
import { text } from '../text.pl.ts';

interface Sent {
  partnership: Partnership;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}

function FormPage(props: Sent & { title: string; children?: unknown }) {
  const t = useText(text);
  const { partnership: p } = props;
  return (
    <PartnershipFrame
      partnership={p}
      member
      current="selection"
      title={props.title}
      trail={[{ href: `/partnerships/${p.id}/selection`, label: t.title }]}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      {props.children as never}
    </PartnershipFrame>
  );
}

/** The words of a version. */
export function WritePage(props: Sent & { draft: Selection | null; from: Selection | null }) {
  const t = useText(text);
  const { draft, from } = props;
  const base = `/partnerships/${props.partnership.id}/selection`;
  const start = from ? { ...from, changeNote: draft ? from.changeNote : '' } : {};
  return (
    <FormPage {...props} title={draft ? t.edit : from ? t.change : t.write}>
      <Form
        action={`${base}/write`}
        formKey={props.formKey}
        version={draft?.rowVersion}
        values={props.values ?? start}
        errors={props.errors}
      >
        {from && (from.version > 1 || !draft) && (
          <TextArea name="changeNote" label={t.parts.changeNote} rows={3} optional />
        )}
        <TextArea name="who" label={t.parts.who} hint={t.hints.who} rows={4} />
        <TextArea name="basis" label={t.parts.basis} hint={t.hints.basis} rows={3} />
        <TextArea name="choosing" label={t.parts.choosing} hint={t.hints.choosing} rows={5} />
        <TextArea name="orderWords" label={t.parts.orderWords} hint={t.hints.orderWords} rows={4} />
        <TextArea name="appeal" label={t.parts.appeal} hint={t.hints.appeal} rows={3} optional />
        <FormActions submit={t.save} cancelHref={base} />
      </Form>
    </FormPage>
  );
}

export function CriterionPage(props: Sent & { criterion: Criterion | null }) {
  const all = useText(text);
  const t = all.criteria;
  const { criterion: c } = props;
  const base = `/partnerships/${props.partnership.id}/selection`;
  return (
    <FormPage {...props} title={c ? t.edit : t.add}>
      <Form
        action={`${base}/criteria/${c?.id ?? 'new'}`}
        formKey={props.formKey}
        version={c?.rowVersion}
        values={props.values ?? (c ? { ...c, position: String(c.position) } : { kind: 'condition' })}
        errors={props.errors}
      >
        <Radios name="kind" label={t.kind} options={KINDS.map((k) => ({ value: k, label: t.kinds[k] }))} />
        <TextField name="name" label={t.name} maxlength={300} />
        <TextField
          name="position"
          label={t.position}
          hint={t.positionHint}
          inputmode="numeric"
          width="xs"
          optional
        />
        <TextField name="basis" label={t.basis} maxlength={500} optional />
        <TextArea name="checking" label={t.checking} hint={t.checkingHint} rows={3} />
        <FormActions submit={all.save} cancelHref={base} />
      </Form>
      {c && (
        <form class="no-print" method="post" action={`${base}/criteria/${c.id}/remove`}>
          <Button danger>{t.remove}</Button>
        </form>
      )}
    </FormPage>
  );
}

export function ServicePage(props: Sent & { service: Service | null }) {
  const all = useText(text);
  const t = all.services;
  const { service: s } = props;
  const base = `/partnerships/${props.partnership.id}/selection`;
  return (
    <FormPage {...props} title={s ? t.edit : t.add}>
      <Form
        action={`${base}/services/${s?.id ?? 'new'}`}
        formKey={props.formKey}
        version={s?.rowVersion}
        values={
          props.values ??
          (s
            ? { ...s, places: String(s.places), free: String(s.free), ended: s.validTo === null ? '' : 'yes' }
            : {})
        }
        errors={props.errors}
      >
        <TextField name="name" label={t.name} maxlength={200} />
        <TextArea name="description" label={t.description} rows={3} optional />
        <FieldRow>
          <TextField name="places" label={t.places} inputmode="numeric" width="xs" />
          <TextField name="free" label={t.free} hint={t.freeHint} inputmode="numeric" width="xs" />
        </FieldRow>
        {s && <Checkbox name="ended" label={t.ended} />}
        <FormActions submit={all.save} cancelHref={base} />
      </Form>
    </FormPage>
  );
}
