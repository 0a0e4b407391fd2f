import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { ConfirmForm, Form, FormActions } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { StateTag, type TagTone } from '#ui/components/tags.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { PartnershipFrame } from '../../pages/frame.tsx';
import type { Place } from '../../standard/schema.ts';
import type { Evaluation, EvaluationState, Turnout } from '../schema.ts';
import type { EvaluationView } from '../service.ts';
import { text } from '../text.pl.ts';

const TONES: Readonly<Record<EvaluationState, TagTone>> = {
  open: 'info',
  closed: 'warning',
  decided: 'success',
};
export function EvaluationTag(props: { state: EvaluationState }) {
  const t = useText(text);
  return <StateTag tone={TONES[props.state]} label={t.states[props.state]} />;
}

/** All evaluations of a partnership. */
export function EvaluationsPage(
  props: Place & { evaluations: readonly { evaluation: Evaluation; turnout: readonly Turnout[] }[] },
) {
  const t = useText(text);
  const { partnership: p, evaluations } = props;
  const base = `/partnerships/${p.id}/evaluation`;
  const underWay = evaluations.some(({ evaluation }) => evaluation.state === 'open');
  return (
    <PartnershipFrame
      partnership={p}
      member
      current="evaluation"
      title={t.title}
      lead={t.lead}
      actions={
        props.coordinates &&
        !underWay && (
          <ButtonLink href={`${base}/new`} icon="add" variant="primary">
            {t.open.link}
          </ButtonLink>
        )
      }
    >
      {evaluations.length === 0 ? (
        <EmptyState title={t.none}>{t.noneMore}</EmptyState>
      ) : (
        <Panel title={t.rounds}>
          <DataTable
            caption={t.rounds}
            captionHidden
            rows={evaluations}
            columns={[
              {
                key: 'title',
                label: t.roundColumn,
                heading: true,
                cell: ({ evaluation: e }) => <a href={`${base}/${e.id}`}>{e.title}</a>,
              },
              {
                key: 'state',
                label: t.state,
                cell: ({ evaluation: e }) => <EvaluationTag state={e.state} />,
              },
              {
                key: 'answered',
                label: t.answered,
                number: true,
                cell: ({ turnout }) => turnout.reduce((sum, { answered }) => sum + answered, 0),
              },
              {
                key: 'closes',
                label: t.closesColumn,
                cell: ({ evaluation: e }) => <DateText date={e.closedOn ?? e.closesOn} />,
              },
            ]}
          />
        </Panel>
      )}
    </PartnershipFrame>
  );
}

interface Sent {
  readonly formKey: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}
export function OpenPage(props: Place & Sent & { due: string }) {
  const t = useText(text);
  const { lang } = useView();
  const base = `/partnerships/${props.partnership.id}/evaluation`;
  return (
    <PartnershipFrame
      partnership={props.partnership}
      member
      current="evaluation"
      title={t.open.title}
      lead={t.open.lead}
      trail={[{ href: base, label: t.title }]}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Form
        action={`${base}/new`}
        formKey={props.formKey}
        values={{ closes: formatDate(props.due, lang), ...props.values }}
        errors={props.errors}
      >
        <TextField name="title" label={t.open.name} />
        <DateField name="closes" label={t.open.closes} />
        <FormActions submit={t.open.submit} cancelHref={base} />
      </Form>
    </PartnershipFrame>
  );
}

export function ClosePage(props: { view: EvaluationView } & Sent) {
  const t = useText(text);
  const { view } = props;
  const base = `/partnerships/${view.partnership.id}/evaluation`;
  const path = `${base}/${view.evaluation.id}`;
  return (
    <PartnershipFrame
      partnership={view.partnership}
      member
      current="evaluation"
      title={t.close.title}
      trail={[
        { href: base, label: t.title },
        { href: path, label: view.evaluation.title },
      ]}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <ConfirmForm
        action={`${path}/close`}
        formKey={props.formKey}
        errors={props.errors}
        consequences={Object.values(t.close.what)}
        submit={t.close.link}
        cancelHref={path}
        danger={false}
      />
    </PartnershipFrame>
  );
}
