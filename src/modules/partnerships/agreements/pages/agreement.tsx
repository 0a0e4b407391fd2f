import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Radios } from '#ui/components/choices.tsx';
import { ErrorSummary, Form, FormActions, HiddenFields } from '#ui/components/form.tsx';
import { Notice, Panel, RuledList } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { DateField, FileField, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type Partnership, SIGNATURE_FORMS } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { ChosenClause } from '../clauses/schema.ts';
import type { AgreementView } from '../schema.ts';
import { text as words } from '../text.pl.ts';
import { CeilingTable } from './ceiling.tsx';
import { AgreementDocument } from './document.tsx';
import { AgreementFrame } from './frame.tsx';

export interface AgreementPageProps {
  partnership: Partnership;
  agreement: AgreementView;
  clauses: readonly ChosenClause[];
  /** How many remarks wait, by clause. */
  open: ReadonlyMap<string, number>;
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
            <ButtonLink href={`${base}/edit`} variant="primary">
              {t.edit}
            </ButtonLink>
            <ButtonLink href={`${base}/open`}>{t.open}</ButtonLink>
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
  const [t, own] = [useText(text).agreement, useText(words).document];
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
              {s.accession && `, ${own.accession}`}
              {s.fileId && (
                <>
                  {', '}
                  <a
                    href={`/partnerships/${a.partnershipId}/agreements/${a.version}/signatures/${s.institutionId}`}
                    download
                  >
                    {own.scan}
                  </a>
                </>
              )}
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
            upload
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
            <FileField
              name="scan"
              label={own.scanField}
              hint={own.scanHint}
              accept=".pdf,.png,.jpg,.jpeg"
              optional
            />
            <FormActions submit={t.sign} />
          </Form>
        </div>
      )}
    </Panel>
  );
}

/** The card of one version: its text, ceiling and signatures; also what is printed. */
export function AgreementPage(props: AgreementPageProps) {
  const [t, all, own] = [useText(text).agreement, useText(text), useText(words)];
  const { lang } = useView();
  const { partnership: p, agreement: a } = props;
  const base = `/partnerships/${p.id}/agreements/${a.version}`;
  return (
    <AgreementFrame
      partnership={p}
      title={`${p.name}: ${t.version(a.version)}`}
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
          {a.openedNote && (
            <Notice tone="info" quiet title={own.opening.openedNote}>
              <p>{a.openedNote}</p>
            </Notice>
          )}
        </>
      }
      aside={
        <>
          <Signatures {...props} />
          <Panel title={own.document.ceiling}>
            <p>
              <a href={`${base}/ceiling`}>{own.ceiling.link}</a>
            </p>
          </Panel>
        </>
      }
    >
      <Actions {...props} />
      <p class="no-print">
        <a href={`${base}/document.pdf`} download>
          {own.document.pdf}
        </a>
        {' · '}
        <a href={`${base}/document.docx`} download>
          {own.document.docx}
        </a>
        {a.version > 1 && (
          <>
            {' · '}
            <a href={`${base}/changes`}>{own.changes.link}</a>
          </>
        )}
      </p>
      {a.changeNote && (
        <Panel title={t.changeNote}>
          <p class="pre-line">{a.changeNote}</p>
        </Panel>
      )}
      <AgreementDocument
        agreement={a}
        clauses={props.clauses}
        open={a.state === 'draft' ? props.open : undefined}
      />
      <Panel title={all.ceiling.title} long>
        <CeilingTable ceiling={a.ceiling} />
      </Panel>
    </AgreementFrame>
  );
}
