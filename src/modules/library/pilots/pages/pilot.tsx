import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { DateText, formatNumber } from '#ui/components/format.tsx';
import { Panel, RuledList, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { StateTag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { PilotFacts, Progress } from '../schema.ts';
import { text } from '../text.pl.ts';
import { PilotTag } from './list.tsx';

interface Pilot {
  readonly facts: PilotFacts;
  readonly progress: Progress;
  readonly county: string;
  readonly model: { readonly path: string; readonly title: string } | null;
  readonly path: string;
  readonly logs: boolean;
  readonly arranges: boolean;
}

/** Above the text: where, of which model, in what state, and what comes next. */
export function PilotBrief({ facts, progress, county, model, path, logs, arranges }: Pilot) {
  const t = useText(text);
  const { lang } = useView();
  const { next } = progress;
  const place = [facts.place.locality, county && t.county(county)].filter(Boolean).join(', ');
  return (
    <Panel
      title={t.brief}
      tone="next"
      action={
        logs && (
          <ButtonLink href={`${path}/log`} variant="primary">
            {t.log.link}
          </ButtonLink>
        )
      }
    >
      <SummaryList
        items={[
          ...(model ? [{ term: t.model, value: <a href={model.path}>{model.title}</a> }] : []),
          ...(place ? [{ term: t.place, value: place }] : []),
          ...(facts.start ? [{ term: t.start, value: <DateText date={facts.start} /> }] : []),
          {
            term: facts.decision === null ? t.stateTerm : t.decision,
            value: <PilotTag state={progress.state} />,
          },
        ]}
      />
      {next && next.planned !== null && <p>{t.waits(next.what, formatDate(next.planned, lang))}</p>}
      {arranges && (
        <p class="no-print">
          <a href={`${path}/keepers`}>{t.keepers.link}</a>
        </p>
      )}
    </Panel>
  );
}

/** Below the text: everything that is counted or dated. */
export function PilotParts({ facts, progress }: Pilot) {
  const t = useText(text);
  return (
    <>
      <Milestones milestones={progress.milestones} />
      <Indicators indicators={progress.indicators} />
      {progress.visits.length > 0 && (
        <Panel title={t.visits} long>
          <RuledList
            items={progress.visits.map(({ on, what }) => (
              <>
                {on && (
                  <b>
                    <DateText date={on} />
                  </b>
                )}{' '}
                {what}
              </>
            ))}
          />
        </Panel>
      )}
      {facts.lessons.length > 0 && (
        <Panel title={t.lessons} long>
          <ul>
            {facts.lessons.map((lesson) => (
              <li>{lesson}</li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t.team} long>
        {facts.agreement && (
          <p>
            <b>{t.agreement}:</b> {facts.agreement}
          </p>
        )}
        <ul>
          {facts.team.map((person) => (
            <li>{person}</li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

function Milestones({ milestones }: Pick<Progress, 'milestones'>) {
  const t = useText(text).milestones;
  if (milestones.length === 0) return null;
  return (
    <Panel title={t.title} long>
      <DataTable
        caption={t.title}
        captionHidden
        rows={milestones}
        columns={[
          { key: 'what', label: t.what, heading: true, cell: (row) => `${t.m(row.month)} ${row.what}` },
          { key: 'planned', label: t.planned, cell: (row) => row.planned && <DateText date={row.planned} /> },
          {
            key: 'done',
            label: t.done,
            cell: (row) => (row.done ? <DateText date={row.done} /> : t.no),
          },
        ]}
      />
    </Panel>
  );
}

function Indicators({ indicators }: Pick<Progress, 'indicators'>) {
  const t = useText(text).indicators;
  const { lang } = useView();
  if (indicators.length === 0) return null;
  const amount = (value: number | null) => (value === null ? '–' : formatNumber(value, lang));
  return (
    <Panel title={t.title} long>
      <DataTable
        caption={t.title}
        captionHidden
        rows={indicators}
        columns={[
          {
            key: 'name',
            label: t.name,
            heading: true,
            cell: (row) => (row.unit ? `${row.name} (${row.unit})` : row.name),
          },
          { key: 'target', label: t.target, number: true, cell: (row) => amount(row.target) },
          { key: 'value', label: t.value, number: true, cell: (row) => amount(row.value) },
          { key: 'reached', label: t.compared, cell: (row) => <Reached {...row} /> },
        ]}
      />
    </Panel>
  );
}

function Reached({ target, value }: { target: number | null; value: number | null }) {
  const t = useText(text).indicators;
  if (value === null || target === null) return <>{t.unmeasured}</>;
  return value >= target ? (
    <StateTag tone="success" label={t.reached} />
  ) : (
    <StateTag tone="warning" label={t.below} />
  );
}
