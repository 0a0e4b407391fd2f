import type { FieldError } from '#kernel/errors.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { ConfirmForm, ErrorSummary, Form, FormActions } from '#ui/components/form.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { Contact, Member, Partnership } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { Choice } from '../schema.ts';

interface Sent {
  partnership: Partnership;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}
const failed = (props: Sent) => (props.errors?.length ?? 0) > 0;
const options = (choices: readonly Choice[]) => choices.map((c) => ({ value: c.id, label: c.name }));

function crumbs(all: string, p: Partnership) {
  return [
    { href: '/partnerships', label: all },
    { href: `/partnerships/${p.id}`, label: p.name },
  ];
}

export function LeaveMemberPage(props: Sent & { member: Member }) {
  const all = useText(text);
  const t = all.members;
  const { partnership: p, member } = props;
  const c = t.leaveConsequences;
  return (
    <Page
      title={t.leave}
      lead={member.name}
      breadcrumb={crumbs(all.title, p)}
      width="text"
      failed={failed(props)}
    >
      <ConfirmForm
        action={`/partnerships/${p.id}/members/${member.id}/leave`}
        formKey={props.formKey}
        errors={props.errors}
        consequences={[c.access, c.agreement, c.contacts]}
        submit={t.leave}
        cancelHref={`/partnerships/${p.id}`}
      />
    </Page>
  );
}

export function ContactsPage(
  props: Sent & {
    own: readonly Choice[];
    coordinators: readonly Choice[];
    coordinates: boolean;
    contacts: readonly Contact[];
    coordinatorKey: string;
  },
) {
  const all = useText(text);
  const t = all.members;
  const base = `/partnerships/${props.partnership.id}`;
  const errors = props.errors ?? [];
  const about = (field: string) => errors.filter((e) => e.field === field);
  const whole = errors.filter((e) => e.field === '');
  return (
    <Page
      title={t.contacts}
      lead={t.contactsLead}
      breadcrumb={crumbs(all.title, props.partnership)}
      width="text"
      failed={failed(props)}
    >
      {whole.length > 0 && <ErrorSummary errors={whole} />}
      <Panel title={t.contacts}>
        <RuledList
          items={props.contacts.map((c) => (
            <form class="row-form" method="post" action={`${base}/contacts/${c.id}/end`}>
              <span>{c.role === 'coordinator' ? `${c.worker} (${t.coordinator})` : c.worker}</span>
              {c.role === 'contact' && (
                <Button small>
                  {t.end}
                  <span class="visually-hidden"> {c.worker}</span>
                </Button>
              )}
            </form>
          ))}
        />
        <Form
          light
          action={`${base}/contacts`}
          formKey={props.formKey}
          values={props.values}
          errors={about('worker')}
        >
          <Select name="worker" label={t.nameContact} width="l" options={options(props.own)} />
          <FormActions submit={t.nameContact} cancelHref={base} />
        </Form>
      </Panel>
      {props.coordinates && (
        <Panel title={t.nameCoordinator}>
          <Form
            light
            action={`${base}/coordinator`}
            formKey={props.coordinatorKey}
            values={props.values}
            errors={about('coordinator')}
          >
            <Select
              name="coordinator"
              label={t.nameCoordinator}
              hint={t.coordinatorHint}
              width="l"
              options={options(props.coordinators)}
            />
            <Button>{t.nameCoordinator}</Button>
          </Form>
        </Panel>
      )}
    </Page>
  );
}
