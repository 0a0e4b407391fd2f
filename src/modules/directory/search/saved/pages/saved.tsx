import type { FieldError } from '#kernel/errors.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Radios } from '#ui/components/choices.tsx';
import { Form } from '#ui/components/form.tsx';
import { SummaryList } from '#ui/components/panels.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CADENCES, type Followed } from '../schema.ts';
import { text } from '../text.pl.ts';

const address = (parameters: string): string => (parameters ? `/directory?${parameters}` : '/directory');

function Search(props: { parameters: string }) {
  const t = useText(text);
  const params = [...new URLSearchParams(props.parameters).values()].join(', ');
  return (
    <SummaryList
      items={[{ term: t.search, value: <a href={address(props.parameters)}>{params || t.whole}</a> }]}
    />
  );
}

/** Asks for the address and how often. */
export function FollowPage(props: {
  parameters: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const errors = props.errors ?? [];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      reader="public"
      width="text"
      failed={errors.length > 0}
      breadcrumb={[
        { href: '/directory', label: t.back },
        { href: '/directory/saved/new', label: t.title },
      ]}
    >
      <Search parameters={props.parameters} />
      <Form action="/directory/saved/new" values={props.values} errors={errors} light>
        <input type="hidden" name="parameters" value={props.parameters} />
        <TextField
          name="email"
          label={t.email}
          hint={t.emailHint}
          type="email"
          autocomplete="email"
          maxlength={254}
        />
        <Radios
          name="cadence"
          label={t.cadence}
          value={typeof props.values?.cadence === 'string' ? props.values.cadence : 'weekly'}
          options={CADENCES.map((cadence) => ({ value: cadence, label: t.cadences[cadence] }))}
        />
        <Button variant="primary">{t.submit}</Button>
      </Form>
    </Page>
  );
}

/** A step that is done, or a link that is void. */
export function SavedNotePage(props: { note: 'sent' | 'confirmed' | 'left' | 'void' }) {
  const t = useText(text);
  const { demo } = useView();
  return (
    <Page title={t[`${props.note}Title`]} reader="public" width="text">
      <p>{t[props.note]}</p>
      {props.note === 'sent' && demo && (
        <p>
          {t.outbox} <a href="/outbox">{t.outboxLink}</a>.
        </p>
      )}
      <p>
        <ButtonLink href="/directory">{t.back}</ButtonLink>
      </p>
    </Page>
  );
}

/** What a link in a letter leads to. Opening it changes nothing, because mail programs open links by themselves. */
export function LinkPage(props: { token: string; followed: Followed }) {
  const t = useText(text);
  const { kind, parameters } = props.followed;
  return (
    <Page
      title={kind === 'confirm' ? t.confirmTitle : t.leaveTitle}
      lead={kind === 'confirm' ? t.lead : t.leaveLead}
      reader="public"
      width="text"
    >
      <Search parameters={parameters} />
      <Form action={`/directory/saved/${kind}/${props.token}`} light>
        <Button variant="primary">{kind === 'confirm' ? t.confirm : t.leave}</Button>
      </Form>
    </Page>
  );
}
