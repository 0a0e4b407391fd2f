import type { Child } from 'hono/jsx';
import { formatDateTime } from '#kernel/time.ts';
import { DateText } from '#ui/components/format.tsx';
import { Panel, RuledList, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { InstitutionBadge } from '../../pages/case-frame.tsx';
import { type Diagnosis, type Part, PROTECTED } from '../schema.ts';
import { text } from '../text.pl.ts';
import { ScaleText } from './scale.tsx';

const Lines = (props: { of: string; none: string }) =>
  props.of ? <p style="white-space: pre-line">{props.of}</p> : <p class="muted">{props.none}</p>;

/** Whether a part is filled, for those who may not read it; of a protected part not even that. */
function Closed(props: { part: Part }) {
  const t = useText(text);
  const { filled } = props.part;
  if (filled === null) return <Tag icon="lock">{t.apart}</Tag>;
  return <Tag tone={filled ? 'success' : 'neutral'}>{filled ? t.filled : t.notFilled}</Tag>;
}

function PartsTable(props: { name: string; parts: readonly Part[] }) {
  const t = useText(text);
  return (
    <DataTable
      caption={props.name}
      captionHidden
      rows={props.parts}
      columns={[
        { key: 'part', label: t.part, heading: true, cell: (p) => p.label },
        {
          key: 'rating',
          label: t.rating,
          cell: (p) => (p.content?.filledAt ? <ScaleText scale={p.content.scale} /> : <Closed part={p} />),
        },
        {
          key: 'note',
          label: t.note,
          cell: (p) =>
            p.content ? (
              <span style="white-space: pre-line">{p.content.note}</span>
            ) : (
              <span class="muted">{t.closed}</span>
            ),
        },
      ]}
    />
  );
}

/** Parts of one institution after another; domains of special categories last. */
function Parts(props: { diagnosis: Diagnosis; edit?: (institutionId: string) => Child }) {
  const institutions = [...new Map(props.diagnosis.parts.map((p) => [p.institutionId, p])).values()];
  return institutions.map((i) => {
    const own = props.diagnosis.parts.filter((p) => p.institutionId === i.institutionId);
    const apart = (p: Part) => Number(PROTECTED.includes(p.dataClass));
    return (
      <Panel
        title={
          <>
            <InstitutionBadge type={i.institutionType} name={i.institutionName} /> {i.institutionName}
          </>
        }
        action={props.edit?.(i.institutionId)}
        long
      >
        <PartsTable name={i.institutionName} parts={[...own].sort((a, b) => apart(a) - apart(b))} />
      </Panel>
    );
  });
}

function Approvals(props: { diagnosis: Diagnosis }) {
  const t = useText(text);
  const { lang } = useView();
  const d = props.diagnosis;
  const { still } = d;
  return (
    <Panel title={t.approvals}>
      <RuledList
        items={[
          ...d.approvals
            .filter((a) => a.counts)
            .map((a) => (
              <>
                <InstitutionBadge type={a.institutionType} name={a.institutionName} /> {a.institutionName}:{' '}
                {t.approvedBy(a.workerName, formatDateTime(a.at, lang))}
                {!a.current && <span class="small muted"> ({t.void})</span>}
              </>
            )),
          ...(d.state === 'draft' && still.welfare ? [t.waitsWelfare] : []),
          ...(d.state === 'draft' && still.labour ? [t.waitsLabour] : []),
        ]}
      />
    </Panel>
  );
}

export interface Edits {
  readonly parts: (institutionId: string) => Child;
  readonly ownView: Child;
  readonly conclusion: Child;
}

/** One diagnosis as it may be read by whoever asks; with `edits` where it may also be written. */
export function DiagnosisContent(props: { diagnosis: Diagnosis; edits?: Edits }) {
  const t = useText(text);
  const d = props.diagnosis;
  return (
    <>
      <Panel title={t.ownView} action={props.edits?.ownView}>
        <h3>{t.goals}</h3>
        <Lines of={d.ownView} none={t.empty} />
        <h3>{t.strengths}</h3>
        <Lines of={d.strengths} none={t.empty} />
      </Panel>
      <Parts diagnosis={d} edit={props.edits?.parts} />
      <Panel title={t.work}>
        <Lines of={d.work?.body ?? ''} none={t.workNone} />
      </Panel>
      <Panel title={t.conclusion} action={props.edits?.conclusion}>
        <Lines of={d.conclusion} none={t.empty} />
        {d.meetingOn && (
          <SummaryList
            items={[
              { term: t.meeting, value: <DateText date={d.meetingOn} /> },
              { term: t.present, value: d.present },
            ]}
          />
        )}
      </Panel>
      <Approvals diagnosis={d} />
    </>
  );
}
