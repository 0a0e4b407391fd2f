import type { Child } from 'hono/jsx';
import { DateText } from '#ui/components/format.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText } from '#ui/view.tsx';
import { CaseFrame } from '../../pages/case-frame.tsx';
import type { CaseHead } from '../../schema.ts';
import type { Diagnosis, Part } from '../schema.ts';
import { text } from '../text.pl.ts';
import { DiagnosisContent } from './content.tsx';
import { DiagnosisState } from './diagnosis.tsx';
import { ScaleText } from './scale.tsx';

interface Difference {
  readonly label: string;
  readonly before: Child;
  readonly after: Child;
}

const Text = (props: { of: string }) => <span style="white-space: pre-line">{props.of || '–'}</span>;
function PartText(props: { part?: Part }) {
  const content = props.part?.content;
  if (!content) return <>–</>;
  return (
    <>
      <ScaleText scale={content.scale} />
      <br />
      <Text of={content.note} />
    </>
  );
}

/** Only what differs, and only of what the reader may read in both. */
function differences(
  a: Diagnosis,
  b: Diagnosis,
  t: ReturnType<typeof useText<(typeof text)['pl']>>,
): Difference[] {
  const texts = [
    { label: t.goals, before: a.ownView, after: b.ownView },
    { label: t.strengths, before: a.strengths, after: b.strengths },
    { label: t.work, before: a.work?.body ?? '', after: b.work?.body ?? '' },
    { label: t.conclusion, before: a.conclusion, after: b.conclusion },
    { label: t.present, before: a.present, after: b.present },
  ].filter((x) => x.before !== x.after);
  const domains = [...new Set([...a.parts, ...b.parts].map((p) => p.domain))];
  const parts = domains.flatMap((domain) => {
    const before = a.parts.find((p) => p.domain === domain);
    const after = b.parts.find((p) => p.domain === domain);
    const same =
      before?.content?.scale === after?.content?.scale && before?.content?.note === after?.content?.note;
    if (same || !(before?.content || after?.content)) return [];
    const label = after?.label ?? before?.label ?? domain;
    return [{ label, before: <PartText part={before} />, after: <PartText part={after} /> }];
  });
  return [
    ...parts,
    ...texts.map((x) => ({ label: x.label, before: <Text of={x.before} />, after: <Text of={x.after} /> })),
  ];
}

/** What has changed between two diagnoses of the case. */
export function ComparePage(props: { head: CaseHead; from: Diagnosis; to: Diagnosis }) {
  const t = useText(text);
  const { from, to } = props;
  const rows = differences(from, to, t);
  return (
    <CaseFrame head={props.head} current="diagnosis" title={t.compareTitle(from.number, to.number)}>
      <p>
        <DateText date={from.createdAt} /> → <DateText date={to.createdAt} />
      </p>
      <Panel long>
        {rows.length === 0 ? (
          <p>{t.noDifference}</p>
        ) : (
          <DataTable
            caption={t.compareTitle(from.number, to.number)}
            captionHidden
            rows={rows}
            columns={[
              { key: 'what', label: t.part, heading: true, cell: (r) => r.label },
              { key: 'before', label: t.was(from.number), cell: (r) => r.before },
              { key: 'after', label: t.was(to.number), cell: (r) => r.after },
            ]}
          />
        )}
      </Panel>
      <p class="no-print">
        <a href={`/cases/${props.head.case.id}/diagnosis`}>{t.title}</a>
      </p>
    </CaseFrame>
  );
}

/** An earlier diagnosis, to be read. */
export function VersionPage(props: { head: CaseHead; diagnosis: Diagnosis }) {
  const t = useText(text);
  return (
    <CaseFrame head={props.head} current="diagnosis" title={t.numbered(props.diagnosis.number)}>
      <p>
        <DiagnosisState diagnosis={props.diagnosis} />
      </p>
      <DiagnosisContent diagnosis={props.diagnosis} />
      <p class="no-print">
        <a href={`/cases/${props.head.case.id}/diagnosis`}>{t.title}</a>
      </p>
    </CaseFrame>
  );
}
