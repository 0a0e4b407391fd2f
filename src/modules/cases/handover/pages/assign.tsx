import type { FieldError } from '#kernel/errors.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Suggest } from '#ui/components/choices.tsx';
import { ErrorSummary, Form } from '#ui/components/form.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText } from '#ui/view.tsx';
import { CaseFrame } from '../../pages/case-frame.tsx';
import type { CaseHead } from '../../schema.ts';
import type { Assigned, Candidate } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Who of the reader's institution works on the case, and who should. */
export function AssignPage(props: {
  head: CaseHead;
  formKey: string;
  assigned: readonly Assigned[];
  candidates: readonly Candidate[];
  coordinators: readonly Candidate[];
  mayAssign: boolean;
  mayCoordinate: boolean;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { id, rowVersion, coordinatorId } = props.head.case;
  const base = `/cases/${id}/assign`;
  const roles: Readonly<Record<string, string>> = t.roles;
  const form = { formKey: props.formKey, version: rowVersion };
  const options = (list: readonly Candidate[]) => list.map((w) => ({ value: w.id, label: w.name }));
  return (
    <CaseFrame
      head={props.head}
      current="summary"
      title={t.title}
      quiet={props.mayAssign}
      failed={!!props.errors?.length}
    >
      <p class="lead">{t.lead}</p>
      {props.errors && <ErrorSummary errors={props.errors.map((e) => ({ ...e, field: '' }))} />}
      <Panel title={t.assigned}>
        <DataTable
          caption={t.assigned}
          captionHidden
          rows={props.assigned}
          columns={[
            { key: 'worker', label: t.worker, heading: true, cell: (a) => a.name },
            { key: 'role', label: t.role, cell: (a) => roles[a.role] },
            {
              key: 'end',
              label: t.end,
              quiet: true,
              cell: (a) =>
                props.mayAssign && a.workerId !== coordinatorId ? (
                  <Form light action={`${base}/end`}>
                    <input type="hidden" name="worker" value={a.workerId} />
                    <Button small>{t.end}</Button>
                  </Form>
                ) : null,
            },
          ]}
        />
      </Panel>
      {props.mayAssign && (
        <Panel title={t.assign}>
          <Form light action={base} {...form}>
            <Suggest name="worker" label={t.worker} options={options(props.candidates)} />
            <p>
              <Button variant="primary">{t.assign}</Button>
            </p>
          </Form>
        </Panel>
      )}
      {props.mayCoordinate && (
        <Panel title={t.coordinator}>
          <p>{t.coordinatorHint}</p>
          <Form light action={`${base}/coordinator`} version={rowVersion}>
            <Suggest name="coordinator" label={t.roles.coordinator} options={options(props.coordinators)} />
            <p>
              <Button>{t.coordinator}</Button>
            </p>
          </Form>
        </Panel>
      )}
    </CaseFrame>
  );
}
