import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Checkboxes, Radios, Suggest } from '#ui/components/choices.tsx';
import { Form } from '#ui/components/form.tsx';
import { GuestFields } from '#ui/components/guest.tsx';
import { SummaryList } from '#ui/components/panels.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { CADENCES, type Offered, type Wish } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Where letters go, what about, where and how often. */
export function WishPage(props: { offered: Offered; values: FormValues; errors?: readonly FieldError[] }) {
  const t = useText(text);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      description={t.lead}
      reader="public"
      width="text"
      failed={Boolean(props.errors?.length)}
    >
      <Form action="/newsletter" values={props.values} errors={props.errors} light>
        <TextField
          name="email"
          label={t.email}
          hint={t.emailHint}
          type="email"
          autocomplete="email"
          maxlength={254}
        />
        <Checkboxes
          name="themes"
          label={t.themes}
          hint={t.themesHint}
          optional
          options={props.offered.themes}
        />
        <Suggest
          name="region"
          label={t.region}
          hint={t.regionHint}
          optional
          empty={t.country}
          options={props.offered.regions}
        />
        <Radios
          name="cadence"
          label={t.cadence}
          options={CADENCES.map((value) => ({ value, label: t.cadences[value] }))}
        />
        <GuestFields />
        <div class="form-actions">
          <Button variant="primary">{t.submit}</Button>
        </div>
      </Form>
      <p>
        <a href="/pages/prywatnosc-newslettera">{t.privacy}</a> · <a href="/knowledge/feed.atom">{t.feed}</a>{' '}
        · <a href="/events">{t.calendar}</a>
      </p>
    </Page>
  );
}

/** A step that is done, or a link that is void. */
export function NotePage(props: { note: 'sent' | 'confirmed' | 'left' | 'void' }) {
  const t = useText(text);
  const { title, body } = t.notes[props.note];
  return (
    <Page title={title} reader="public" width="text">
      <p>{body}</p>
      <p>
        <ButtonLink href={props.note === 'void' ? '/newsletter' : '/'}>
          {props.note === 'void' ? t.again : t.home}
        </ButtonLink>
      </p>
    </Page>
  );
}

/** What a link in a letter leads to. Opening it changes nothing, because mail programs open links by themselves. */
export function LinkPage(props: { token: string; kind: 'confirm' | 'leave'; wish: Wish }) {
  const t = useText(text);
  const { kind, wish } = props;
  return (
    <Page title={t[kind].title} lead={t[kind].lead} reader="public" width="text">
      <SummaryList
        items={[
          { term: t.themes, value: wish.themes.join(', ') || t.all },
          { term: t.region, value: wish.region || t.country },
          { term: t.cadence, value: t.cadences[wish.cadence] },
        ]}
      />
      <Form action={`/newsletter/${kind}/${props.token}`} light>
        <div class="form-actions">
          <Button variant="primary">{t[kind].submit}</Button>
        </div>
      </Form>
    </Page>
  );
}
