import { formatDate, warsawDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Details, EmptyState, Notice, Panel } from '#ui/components/panels.tsx';
import { StateTag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CaseFrame } from '../../pages/case-frame.tsx';
import type { CaseHead } from '../../schema.ts';
import { type Diagnosis, type May, type MissingHere, PROTECTED } from '../schema.ts';
import { type Text, text } from '../text.pl.ts';
import { DiagnosisContent, type Edits } from './content.tsx';

export interface VersionLine {
  readonly number: number;
  readonly state: string;
  readonly approved_at: Date | null;
}

export function DiagnosisState(props: { diagnosis: Diagnosis }) {
  const t = useText(text);
  const { lang } = useView();
  const at = props.diagnosis.approvedAt;
  return at ? (
    <StateTag tone="success" label={t.approved(formatDate(warsawDate(at), lang))} />
  ) : (
    <StateTag tone="info" label={t.draft} />
  );
}

function Missing(props: {
  base: string;
  missing: readonly MissingHere[];
  institutionId: string;
  /** Only who may write is led to where it is done. */
  write: boolean;
}) {
  const t = useText(text);
  const { base, missing } = props;
  if (missing.length === 0) return null;
  return (
    <Panel title={t.missing.title} tone="tinted">
      <ul class="prose">
        {missing.map((m) => {
          if (m.what === 'part') {
            const words = t.missing.part(m.part.label, m.part.institutionName);
            const mine = m.part.institutionId === props.institutionId;
            return (
              <li>
                {mine && props.write ? <a href={`${base}/parts#part-${m.part.domain}`}>{words}</a> : words}
              </li>
            );
          }
          const page = m.what === 'own_view' || m.what === 'strengths' ? 'own-view' : 'conclusion';
          return (
            <li>{props.write ? <a href={`${base}/${page}`}>{t.missing[m.what]}</a> : t.missing[m.what]}</li>
          );
        })}
      </ul>
    </Panel>
  );
}

function Versions(props: { base: string; versions: readonly VersionLine[] }) {
  const t = useText(text);
  const { lang } = useView();
  if (props.versions.length < 2) return null;
  return (
    <Details summary={`${t.versions} (${t.versionsCount(props.versions.length)})`} wide>
      <ul class="prose">
        {props.versions.map((v, i) => {
          const before = props.versions[i + 1];
          return (
            <li>
              <a href={`${props.base}/${v.number}`}>{t.numbered(v.number)}</a>,{' '}
              {v.approved_at ? t.approved(formatDate(warsawDate(v.approved_at), lang)) : t.draft}
              {before && (
                <>
                  {' · '}
                  <a href={`${props.base}/compare?from=${before.number}&to=${v.number}`}>
                    {t.compare(before.number, v.number)}
                  </a>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Details>
  );
}

/** The one next step of the reader: their own parts, then what all write together, then the approval. */
function nextStep(
  missing: readonly MissingHere[],
  institutionId: string,
  may: May,
  t: Text,
): { page: string; label: string } | null {
  if (missing.length === 0) return may.approve ? { page: 'approve', label: t.approve.open } : null;
  if (!may.write) return null;
  const parts = missing.filter((m) => m.what === 'part');
  if (parts.some((m) => m.part.institutionId === institutionId)) return { page: 'parts', label: t.fill };
  if (missing.some((m) => m.what === 'own_view' || m.what === 'strengths'))
    return { page: 'own-view', label: t.fillOwnView };
  // The conclusion stands on all parts: while others still write, nobody draws it.
  return parts.length === 0 ? { page: 'conclusion', label: t.fillConclusion } : null;
}

/** The newest diagnosis: whole, with what is missing and the one next step of whoever reads. */
export function DiagnosisPage(props: {
  head: CaseHead;
  diagnosis: Diagnosis;
  versions: readonly VersionLine[];
  institutionId: string;
  may: May;
}) {
  const t = useText(text);
  const { diagnosis: d, may } = props;
  const base = `/cases/${props.head.case.id}/diagnosis`;
  const missing = d.state === 'draft' ? d.missing : [];
  const own = d.parts.filter((p) => p.institutionId === props.institutionId);
  const next = nextStep(missing, props.institutionId, may, t);
  const edits: Edits = {
    parts: (institutionId) =>
      institutionId === props.institutionId && (
        <span class="no-print">
          <a href={`${base}/parts`}>{t.edit}</a>
          {own.some((p) => PROTECTED.includes(p.dataClass)) && (
            <>
              {' · '}
              <a href={`${base}/protected`}>{t.protectedLink}</a>
            </>
          )}
        </span>
      ),
    ownView: <a href={`${base}/own-view`}>{t.edit}</a>,
    conclusion: <a href={`${base}/conclusion`}>{t.edit}</a>,
  };
  return (
    <CaseFrame head={props.head} current="diagnosis" title={t.numbered(d.number)} quiet="here">
      <p>
        <DiagnosisState diagnosis={d} />
      </p>
      {next && (
        <p class="no-print">
          <ButtonLink href={`${base}/${next.page}`} variant="primary">
            {next.label}
          </ButtonLink>
        </p>
      )}
      <Missing base={base} missing={missing} institutionId={props.institutionId} write={may.write} />
      <DiagnosisContent diagnosis={d} edits={may.write ? edits : undefined} />
      <Versions base={base} versions={props.versions} />
      {may.start && d.state === 'approved' && (
        <p class="no-print">
          <ButtonLink href={`${base}/start`}>{t.start.open}</ButtonLink>
        </p>
      )}
    </CaseFrame>
  );
}

/** There is no diagnosis, or it is closed to the reader: the page says which. */
export function NoDiagnosisPage(props: { head: CaseHead; hidden: boolean; may: May }) {
  const t = useText(text);
  const base = `/cases/${props.head.case.id}`;
  return (
    <CaseFrame head={props.head} current="diagnosis" title={t.title} quiet="here">
      {props.hidden ? (
        <Notice>
          {t.hidden} <a href={`${base}/access?class=D5`}>{t.whyHidden}</a>
        </Notice>
      ) : (
        <EmptyState
          title={t.none}
          action={
            props.may.start ? (
              <ButtonLink href={`${base}/diagnosis/start`} variant="primary">
                {t.start_now}
              </ButtonLink>
            ) : (
              <ButtonLink href={`${base}/basis`}>{t.toBasis}</ButtonLink>
            )
          }
        >
          {t.noneHint}
        </EmptyState>
      )}
    </CaseFrame>
  );
}
