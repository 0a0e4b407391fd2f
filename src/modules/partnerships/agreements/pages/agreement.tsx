import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Radios } from '#ui/components/choices.tsx';
import { ErrorSummary, Form, FormActions, HiddenFields } from '#ui/components/form.tsx';
import { Notice, Panel, RuledList } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type Partnership, SIGNATURE_FORMS } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { type AgreementView, PARTS } from '../schema.ts';
import { CeilingTable } from './ceiling.tsx';

export interface AgreementPageProps {
  partnership: Partnership;
  agreement: AgreementView;
  /** Whether the reader may sign it now, and for whom. */
  maySign: boolean;
  coordinates: boolean;
  expired: boolean;
  keys: readonly [string, string, string, string];
  signing?: { values?: Readonly<Record<string, unknown>>; errors?: readonly FieldError[] };
  /** What stopped an action on the version. */
  refused?: readonly FieldError[];
}

function PostButton(props: {
  action: string;
  formKey: string;
  label: string;
  primary?: boolean;
  danger?: boolean;
}) {
  return (
    <form method="post" action={props.action}>
      <HiddenFields formKey={props.formKey} />
      <Button variant={props.primary ? 'primary' : 'secondary'} danger={props.danger}>
        {props.label}
      </Button>
    </form>
  );
}

function Actions(props: AgreementPageProps) {
  const t = useText(text).agreement;
  const { agreement: a, coordinates, keys } = props;
  const base = `/partnerships/${a.partnershipId}/agreements/${a.version}`;
  if (!coordinates || (a.state !== 'draft' && a.state !== 'signing')) return null;
  return (
    <div class="no-print">
      <p class="muted">{a.state === 'draft' ? t.openHint : t.putInForceHint}</p>
      <div class="form-actions">
        {a.state === 'draft' ? (
          <>
            <PostButton action={`${base}/open`} formKey={keys[0]} label={t.open} primary />
            <ButtonLink href={`${base}/edit`}>{t.edit}</ButtonLink>
          </>
        ) : (
          <PostButton
            action={`${base}/in-force`}
            formKey={keys[0]}
            label={t.putInForce}
            primary={!props.maySign}
          />
        )}
        <PostButton action={`${base}/withdraw`} formKey={keys[1]} label={t.withdraw} danger />
      </div>
    </div>
  );
}

function Signatures(props: AgreementPageProps) {
  const t = useText(text).agreement;
  const { lang } = useView();
  const { agreement: a } = props;
  return (
    <Panel title={`${t.signatures}: ${a.signed.length}`}>
      {a.signed.length === 0 ? (
        <p>{t.nobodySigned}</p>
      ) : (
        <RuledList
          items={a.signed.map((s) => (
            <>
              <b>{s.institution}</b>: {s.signedBy}, {formatDate(s.signedOn, lang)}, {t.forms[s.form]}
            </>
          ))}
        />
      )}
      {a.waiting.length > 0 && (a.state === 'signing' || a.state === 'in_force') && (
        <p>
          {t.waiting}: {a.waiting.map((w) => w.name).join(', ')}
        </p>
      )}
      {props.maySign && (
        <div class="no-print">
          <h3>{t.sign}</h3>
          <Form
            light
            action={`/partnerships/${a.partnershipId}/agreements/${a.version}/sign`}
            formKey={props.keys[2]}
            values={props.signing?.values}
            errors={props.signing?.errors}
          >
            <TextField name="signedBy" label={t.signedBy} width="l" maxlength={200} />
            <DateField name="signedOn" label={t.signedOn} />
            <Radios
              name="form"
              label={t.form}
              options={SIGNATURE_FORMS.map((f) => ({ value: f, label: t.forms[f] }))}
            />
            <FormActions submit={t.sign} />
          </Form>
        </div>
      )}
    </Panel>
  );
}

function Paragraphs(props: { text: string }) {
  const lines = props.text.split('\n').filter((line) => line.trim() !== '');
  return (
    <>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </>
  );
}

/** The card of one version: its text, parties, ceiling and signatures; also what is printed. */
export function AgreementPage(props: AgreementPageProps) {
  const all = useText(text);
  const t = all.agreement;
  const { lang } = useView();
  const { partnership: p, agreement: a } = props;
  const parties = [
    ...a.signed.map((s) => s.institution),
    ...(a.state === 'draft' || a.state === 'signing' ? a.waiting.map((w) => w.name) : []),
  ];
  return (
    <Page
      title={`${p.name}: ${t.version(a.version)}`}
      breadcrumb={[
        { href: '/partnerships', label: all.title },
        { href: `/partnerships/${p.id}`, label: p.name },
      ]}
      meta={[
        <Tag tone={a.state === 'in_force' ? 'success' : 'neutral'}>{t.states[a.state]}</Tag>,
        t.period(formatDate(a.validFrom, lang), a.validTo && formatDate(a.validTo, lang)),
      ]}
      failed={(props.refused?.length ?? 0) + (props.signing?.errors?.length ?? 0) > 0}
      before={
        <>
          {props.refused && props.refused.length > 0 && <ErrorSummary errors={props.refused} />}
          {props.expired && a.validTo && (
            <Notice tone="warning" quiet>
              {t.expired(formatDate(a.validTo, lang))}
            </Notice>
          )}
        </>
      }
      aside={<Signatures {...props} />}
    >
      <Actions {...props} />
      {a.text.changeNote && (
        <Panel title={t.changeNote}>
          <Paragraphs text={a.text.changeNote} />
        </Panel>
      )}
      <Panel title={t.parties}>
        <RuledList items={parties} />
      </Panel>
      {PARTS.filter((part) => a.text[part]).map((part) => (
        <Panel title={t.parts[part]}>
          <Paragraphs text={a.text[part]} />
        </Panel>
      ))}
      <Panel title={all.ceiling.title} long>
        <CeilingTable ceiling={a.ceiling} />
      </Panel>
    </Page>
  );
}
