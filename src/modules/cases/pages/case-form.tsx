import type { Child } from 'hono/jsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import type { CaseHead } from '../schema.ts';
import { CaseFrame, type CaseTab } from './case-frame.tsx';

/**
 * A page of a case that is one form: what it asks, its fields, one button and the way back. `lead` says in a sentence what
 * happens, `before` stands above the form.
 */
export function CaseForm(
  props: Parameters<typeof Form>[0] & {
    head: CaseHead;
    current: CaseTab;
    title: string;
    lead?: Child;
    before?: Child;
    aside?: Child;
    width?: 'text';
    submit?: string;
    cancelHref: string;
  },
) {
  const { head, current, title, lead, before, aside, width, submit, cancelHref, children, ...form } = props;
  return (
    <CaseFrame
      head={head}
      current={current}
      title={title}
      quiet
      aside={aside}
      width={width}
      failed={Boolean(props.errors?.length)}
    >
      {lead && <p class="lead">{lead}</p>}
      {before}
      <Form {...form}>
        {children}
        <FormActions submit={submit} cancelHref={cancelHref} />
      </Form>
    </CaseFrame>
  );
}
