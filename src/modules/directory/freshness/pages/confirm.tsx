import type { FieldError } from '#kernel/errors.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Details, Panel } from '#ui/components/panels.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { Contact, EntityBody, type EntityPageView, FreshnessTag } from '../../record/api.ts';
import type { Letter } from '../schema.ts';
import { text } from '../text.pl.ts';

const base = (token: string) => `/directory/confirm/${token}`;

/** The record as everybody sees it, and one question. Opening it changes nothing: mail programs open links by themselves. */
export function ConfirmPage(props: { token: string; view: EntityPageView }) {
  const t = useText(text);
  const { token, view } = props;
  const { record, rules } = view;
  return (
    <Page
      title={t.title}
      lead={t.lead(record.name)}
      reader="public"
      meta={[<FreshnessTag confirmedOn={record.confirmedOn} rules={rules} />]}
      before={
        <Panel tone="next">
          <Form light action={base(token)}>
            <p>{t.confirmHint}</p>
            <Button variant="primary" icon="accept">
              {t.confirm}
            </Button>{' '}
            <ButtonLink href={`${base(token)}/change`} icon="edit">
              {t.change}
            </ButtonLink>
          </Form>
        </Panel>
      }
      aside={<Contact record={record} />}
    >
      <EntityBody view={view} />
      <Details summary={t.notOurs}>
        <Form light action={`${base(token)}/not-ours`}>
          <p>{t.notOursHint}</p>
          <Button>{t.notOurs}</Button>
        </Form>
      </Details>
    </Page>
  );
}

const SAID = {
  confirmed: ['thanks', 'thanksMore'],
  proposed: ['proposed', 'proposedMore'],
  not_ours: ['notOursDone', 'notOursMore'],
  expired: ['expired', 'expiredMore'],
} as const;

/** What came of it, or that the link is too old. */
export function AnsweredPage(props: { letter: Letter; state: keyof typeof SAID }) {
  const t = useText(text);
  const { record, rules } = props.letter.view;
  const [title, more] = SAID[props.state];
  const path = `/directory/${record.id}`;
  return (
    <Page
      title={t[title]}
      lead={record.name}
      reader="public"
      width="text"
      meta={[<FreshnessTag confirmedOn={record.confirmedOn} rules={rules} />]}
    >
      <p>{t[more]}</p>
      <p>
        <ButtonLink href={path}>{t.see}</ButtonLink>{' '}
        {props.state !== 'not_ours' && record.institutionId === null && (
          <ButtonLink href={`${path}/claim`} variant="tertiary">
            {t.claim}
          </ButtonLink>
        )}
      </p>
    </Page>
  );
}

export function ChangePage(props: {
  token: string;
  view: EntityPageView;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { token, view, errors = [] } = props;
  const { contactRole, phone, email, website, descriptionPl } = view.record;
  const values = props.values ?? { contactRole, phone, email, website, descriptionPl };
  return (
    <Page
      title={t.changeTitle}
      lead={t.changeLead}
      reader="public"
      width="text"
      meta={[view.record.name]}
      failed={errors.length > 0}
    >
      <Form action={`${base(token)}/change`} values={values} errors={props.errors}>
        <TextField
          name="contactRole"
          label={t.contactRole}
          hint={t.contactHint}
          maxlength={120}
          autocomplete="off"
          optional
        />
        <TextField name="phone" label={t.phone} type="tel" width="m" optional />
        <TextField name="email" label={t.email} type="email" optional />
        <TextField name="website" label={t.website} type="url" optional />
        <TextArea name="descriptionPl" label={t.descriptionPl} rows={5} max={5000} optional />
        <TextArea name="note" label={t.note} hint={t.noteHint} rows={4} max={3000} optional />
        <FormActions submit={t.send} cancelHref={base(token)} />
      </Form>
    </Page>
  );
}

export function LeavePage(props: { token: string }) {
  const t = useText(text);
  return (
    <Page title={t.leaveTitle} lead={t.leaveLead} reader="public" width="text">
      <Form light action={`/directory/confirm/leave/${props.token}`}>
        <Button variant="primary">{t.leave}</Button>
      </Form>
    </Page>
  );
}

export function LeftPage() {
  const t = useText(text);
  return (
    <Page title={t.leftTitle} reader="public" width="text">
      <p>{t.left}</p>
    </Page>
  );
}
