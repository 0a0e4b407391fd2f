import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Checkboxes } from '#ui/components/choices.tsx';
import { ConfirmForm, FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { Notice, Panel } from '#ui/components/panels.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text as words } from '../../text.pl.ts';
import { AUTHORISED_CLASSES, type AuthorisationDocument } from '../schema.ts';
import { text } from '../text.pl.ts';

const SPECIAL: readonly string[] = ['D7', 'D8', 'D10'];

export interface Sent {
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

const crumbs = (institution: string, worker: { id: string; name: string }) => [
  { href: '/institution', label: institution },
  { href: `/institution/workers/${worker.id}`, label: worker.name },
];

export function AuthorisationPage(
  props: Sent & { worker: { id: string; name: string }; formKey: string; today: string },
) {
  const t = useText(text);
  const all = useText(words);
  const { lang } = useView();
  const back = `/institution/workers/${props.worker.id}`;
  return (
    <Page
      title={t.title}
      lead={t.lead(props.worker.name)}
      breadcrumb={crumbs(all.institution.title, props.worker)}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Form
        action={`${back}/authorisation`}
        formKey={props.formKey}
        values={props.values ?? { from: formatDate(props.today, lang) }}
        errors={props.errors}
      >
        <Checkboxes
          name="scope"
          label={t.scope}
          hint={t.scopeHint}
          options={AUTHORISED_CLASSES.map((c) => ({
            value: c,
            label: all.classes[c],
            hint: SPECIAL.includes(c) ? t.special : undefined,
          }))}
        />
        <FieldRow>
          <DateField name="from" label={t.from} />
          <DateField name="to" label={t.to} noHint />
        </FieldRow>
        <TextField name="document" label={t.document} hint={t.documentHint} width="l" maxlength={200} />
        <FormActions submit={t.give} cancelHref={back} />
      </Form>
    </Page>
  );
}

export function RevokePage(props: { document: AuthorisationDocument; formKey: string }) {
  const t = useText(text);
  const all = useText(words);
  const { document } = props;
  return (
    <Page
      title={t.revoke}
      lead={t.forWhom(document.worker, document.document)}
      breadcrumb={crumbs(all.institution.title, { id: document.workerId, name: document.worker })}
      width="text"
    >
      <ConfirmForm
        action={`/institution/authorisations/${document.id}/revoke`}
        formKey={props.formKey}
        consequences={[t.revokeConsequences.access, t.revokeConsequences.cases, t.revokeConsequences.record]}
        submit={t.revoke}
        cancelHref={`/institution/workers/${document.workerId}`}
      />
    </Page>
  );
}

/** The authorisation as a paper to print: two signatures below. */
export function DocumentPage(props: { document: AuthorisationDocument }) {
  const t = useText(text);
  const all = useText(words);
  const { lang } = useView();
  const { document: d } = props;
  return (
    <Page
      title={t.paper.number(d.document)}
      lead={d.institution.name}
      breadcrumb={crumbs(all.institution.title, { id: d.workerId, name: d.worker })}
      width="text"
      before={
        d.revokedOn && <Notice tone="warning" quiet title={t.paper.revoked(formatDate(d.revokedOn, lang))} />
      }
    >
      <Panel>
        <p>{t.paper.body(d.worker, d.institution.name)}</p>
        <ul class="prose">
          {d.scope.map((c) => (
            <li>{(all.classes as Readonly<Record<string, string>>)[c]}</li>
          ))}
        </ul>
        <p>{t.paper.period(formatDate(d.from, lang), formatDate(d.to, lang))}</p>
        <p>{t.paper.secrecy}</p>
        <p class="small">{t.paper.basis}</p>
        <p>
          {t.paper.controller}: {d.entity.name}
          {d.givenBy && `, ${d.givenBy}`}
        </p>
        <p>{t.paper.signGiver}: ……………………………………………</p>
        <p>{t.paper.signWorker}: ……………………………………………</p>
      </Panel>
      {d.inForce && (
        <p class="no-print">
          <ButtonLink href={`/institution/authorisations/${d.id}/revoke`} danger>
            {t.revoke}
          </ButtonLink>
        </p>
      )}
    </Page>
  );
}
