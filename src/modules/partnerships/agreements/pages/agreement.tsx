import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { ErrorSummary, HiddenFields } from '#ui/components/form.tsx';
import { Notice, Panel } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Partnership } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { ChosenClause } from '../clauses/schema.ts';
import type { AgreementView } from '../schema.ts';
import { text as words } from '../text.pl.ts';
import { CeilingTable } from './ceiling.tsx';
import { AgreementDocument } from './document.tsx';
import { AgreementFrame } from './frame.tsx';
import { Signatures } from './signatures.tsx';

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
  negotiates: boolean;
  newKey: () => string;
  signing?: { values?: Readonly<Record<string, unknown>>; errors?: readonly FieldError[] };
  /** What stopped an action on the version. */
  refused?: readonly FieldError[];
}

function Actions(props: AgreementPageProps) {
  const t = useText(text).agreement;
  const { agreement: a, coordinates } = props;
  const base = `/partnerships/${a.partnershipId}/agreements/${a.version}`;
  if (!coordinates || (a.state !== 'draft' && a.state !== 'signing')) return null;
  return (
    <div class="no-print">
      <p class="muted">
        {a.state === 'draft' ? t.openHint : a.version === 1 ? t.putInForceHint : t.replacesHint}
      </p>
      <div class="form-actions">
        {a.state === 'draft' ? (
          <>
            <ButtonLink href={`${base}/edit`} variant="primary">
              {t.edit}
            </ButtonLink>
            <ButtonLink href={`${base}/open`}>{t.open}</ButtonLink>
          </>
        ) : (
          <form method="post" action={`${base}/in-force`}>
            <HiddenFields formKey={props.newKey()} />
            <Button variant={props.maySign ? 'secondary' : 'primary'}>{t.putInForce}</Button>
          </form>
        )}
        <ButtonLink href={`${base}/withdraw`} danger>
          {t.withdraw}
        </ButtonLink>
      </div>
    </div>
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
          <Signatures {...props} formKey={props.newKey()} />
          <Panel title={own.document.ceiling}>
            <p>
              <a href={`${base}/ceiling`}>{own.ceiling.link}</a>
            </p>
          </Panel>
        </>
      }
    >
      <Actions {...props} />
      {props.negotiates && <p class="no-print">{own.document.remarksHint}</p>}
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
