import type { FieldError } from '#kernel/errors.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Radios } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { GuestFields } from '#ui/components/guest.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Markdown } from '#ui/markdown.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { away, type Paragraph, type Round, WHOLE } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { MAX_REMARK, REMARK_KINDS } from '../schema.ts';

/** A remark is written with the paragraph before one's eyes. */
export function RemarkPage(props: {
  round: Round;
  position: number;
  paragraph: Paragraph | null;
  institution: string | null;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { lang } = useView();
  const { round, paragraph } = props;
  const here = `/consultations/${round.id}/${props.position}`;
  const back = `${here}#${paragraph?.key ?? WHOLE}`;
  return (
    <Page
      title={t.remark.title}
      reader="public"
      width="text"
      failed={Boolean(props.errors?.length)}
      breadcrumb={[
        { href: `/consultations/${round.id}`, label: round.title },
        { href: back, label: t.remark.back },
      ]}
    >
      {paragraph ? (
        <figure>
          <figcaption>{t.remark.about}</figcaption>
          <blockquote>
            <Markdown
              blocks={[away(paragraph.block)]}
              lang={round.lang === lang ? undefined : round.lang}
              lower={1}
            />
          </blockquote>
        </figure>
      ) : (
        <p>{t.remark.aboutWhole}</p>
      )}
      <Form action={`${here}/remark`} formKey={props.formKey} values={props.values} errors={props.errors}>
        <input type="hidden" name="block" value={paragraph?.key ?? WHOLE} />
        <Radios
          name="kind"
          label={t.remark.kind}
          options={REMARK_KINDS.map((value) => ({ value, label: t.remark.kinds[value] }))}
        />
        <TextArea name="body" label={t.remark.body} hint={t.remark.bodyHint} rows={8} max={MAX_REMARK} />
        {props.institution === null ? (
          <>
            <TextField
              name="name"
              label={t.remark.name}
              hint={t.remark.nameHint}
              maxlength={120}
              autocomplete="name"
            />
            <TextField
              name="email"
              type="email"
              label={t.remark.email}
              hint={t.remark.emailHint}
              maxlength={254}
              autocomplete="email"
            />
            <GuestFields />
          </>
        ) : (
          <p>{t.remark.as(props.institution)}</p>
        )}
        <FormActions submit={t.remark.submit} cancelHref={back} />
      </Form>
    </Page>
  );
}

/** Where the way of a guest stands: a letter was sent, the link was used, the link is too old. */
export function RemarkNotePage(props: { note: 'sent' | 'done' | 'expired'; back: string }) {
  const t = useText(text).remark;
  return (
    <Page title={t[`${props.note}Title`]} reader="public" width="text">
      <p>{t[props.note]}</p>
      <p>
        <ButtonLink href={props.back}>{t.back}</ButtonLink>
      </p>
    </Page>
  );
}

/** What the link leads to. Opening it changes nothing, because mail programs open links by themselves. */
export function ConfirmPage(props: { token: string }) {
  const t = useText(text).remark;
  return (
    <Page title={t.confirmTitle} reader="public" width="text">
      <p>{t.confirmBody}</p>
      <Form light action={`/consultations/confirm/${props.token}`}>
        <Button variant="primary">{t.confirm}</Button>
      </Form>
    </Page>
  );
}
