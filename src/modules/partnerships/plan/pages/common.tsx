import type { Child } from 'hono/jsx';
import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { formatNumber } from '#ui/components/format.tsx';
import { StateTag, type TagTone } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { PartnershipFrame } from '../../pages/frame.tsx';
import type { Partnership } from '../../schema.ts';
import type { Plan, PlanState, Reading, TaskState } from '../schema.ts';
import { text } from '../text.pl.ts';

/** A form as it came back, or as it is opened. */
export interface Sent {
  readonly formKey: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

const TONES: Readonly<Record<PlanState, TagTone>> = {
  draft: 'info',
  adopted: 'accent',
  superseded: 'neutral',
  closed: 'success',
  dropped: 'neutral',
};
export function PlanStateTag(props: { state: PlanState }) {
  return <StateTag tone={TONES[props.state]} label={useText(text).states[props.state]} />;
}

const TASK_TONES: Readonly<Record<TaskState, TagTone>> = {
  planned: 'neutral',
  in_progress: 'info',
  done: 'success',
  given_up: 'warning',
};
export function TaskStateTag(props: { state: TaskState; late: boolean }) {
  const t = useText(text).tasks;
  return props.late ? (
    <StateTag tone="danger" label={`${t.states[props.state]}, ${t.late}`} />
  ) : (
    <StateTag tone={TASK_TONES[props.state]} label={t.states[props.state]} />
  );
}

/** „12,5 %”, or why there is no number. */
export function useReading() {
  const t = useText(text);
  const { lang } = useView();
  return {
    number: (value: number | null, unit: string) =>
      value === null ? '–' : `${formatNumber(value, lang)}${unit && `\u00a0${unit}`}`,
    reading: (r: Reading | null, unit: string) =>
      r === null
        ? t.unknown
        : r.few
          ? t.few
          : r.value === null
            ? t.unknown
            : `${formatNumber(r.value, lang)}${unit && `\u00a0${unit}`}`,
  };
}

/** The frame of a page inside a plan: the way back leads to the plan. */
export function PlanFrame(props: {
  partnership: Partnership;
  plan?: Plan;
  title: string;
  lead?: Child;
  failed?: boolean;
  width?: 'text';
  meta?: readonly Child[];
  before?: Child;
  aside?: Child;
  children?: Child;
}) {
  const t = useText(text);
  const { partnership: p, plan, ...rest } = props;
  const base = `/partnerships/${p.id}/plan`;
  return (
    <PartnershipFrame
      {...rest}
      partnership={p}
      member
      current="plan"
      trail={[
        { href: base, label: t.title },
        ...(plan ? [{ href: `${base}/${plan.id}`, label: plan.title }] : []),
      ]}
    />
  );
}

export function usePeriod() {
  const t = useText(text);
  const { lang } = useView();
  return (p: { startsOn: string; endsOn: string }) =>
    t.period(formatDate(p.startsOn, lang), formatDate(p.endsOn, lang));
}
