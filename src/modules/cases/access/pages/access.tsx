import { DATA_CLASSES, type DataClass } from '#kernel/access.ts';
import { formatDate } from '#kernel/time.ts';
import { classWords } from '#modules/organisations/api.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { DateText } from '#ui/components/format.tsx';
import { Details, Panel } from '#ui/components/panels.tsx';
import { type Column, DataTable } from '#ui/components/table.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { GrantLine } from '../../grants/api.ts';
import { CaseFrame, InstitutionBadge } from '../../pages/case-frame.tsx';
import type { CaseHead } from '../../schema.ts';
import type { Explained, WhoSees } from '../service.ts';
import { text } from '../text.pl.ts';
import { ExplanationPanel } from './explanation.tsx';
import { lastDay } from './last-day.tsx';

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function Cell(props: { grants: readonly GrantLine[]; dataClass: DataClass }) {
  const t = useText(text);
  const { lang } = useView();
  if (props.grants.length === 0) return <span class="muted">{t.none}</span>;
  // The act that gives the right; the articles of GDPR behind it stand in the explanation.
  const articles = [...new Set(props.grants.map((g) => g.article.split(';')[0]))];
  // Several grants may stand side by side; the last to end decides how long.
  const open = props.grants.some((g) => g.validTo === null);
  const last = props.grants.reduce<Date | null>(
    (until, g) => (g.validTo && (!until || g.validTo > until) ? g.validTo : until),
    null,
  );
  return (
    <>
      <b>{props.grants.some((g) => g.canWrite) ? t.writes : t.reads}</b>
      {articles.map((article) => (
        <div class="small">{article}</div>
      ))}
      {props.grants.some((g) => g.origin === 'own') && <div class="small">{t.origins.own}</div>}
      {props.dataClass === 'D8' && <div class="small">{t.named}</div>}
      {!open && last && <div class="small">{t.until(formatDate(lastDay(last), lang))}</div>}
    </>
  );
}

function Matrix(props: { who: WhoSees }) {
  const t = useText(text);
  const words = classWords(useView().lang);
  const { who } = props;
  const used = DATA_CLASSES.filter((c) => who.current.some((g) => g.dataClass === c));
  const columns: Column<DataClass>[] = [
    { key: 'class', label: t.dataClass, heading: true, cell: (c) => capital(words[c]) },
    ...who.institutions.map((i) => ({
      key: i.id,
      label: i.name,
      cell: (c: DataClass) => (
        <Cell
          dataClass={c}
          grants={who.current.filter((g) => g.institutionId === i.id && g.dataClass === c)}
        />
      ),
    })),
  ];
  return <DataTable caption={t.matrix} captionHidden columns={columns} rows={used} />;
}

function Ended(props: { ended: readonly GrantLine[] }) {
  const t = useText(text);
  const words = classWords(useView().lang);
  const reasons: Readonly<Record<string, string>> = t.reasons;
  return (
    <DataTable
      caption={t.ended}
      captionHidden
      rows={props.ended}
      columns={[
        { key: 'institution', label: t.institution, heading: true, cell: (g) => g.institutionName },
        { key: 'class', label: t.dataClass, cell: (g) => words[g.dataClass] },
        { key: 'article', label: t.article, cell: (g) => g.article },
        { key: 'from', label: t.from, cell: (g) => <DateText date={g.validFrom} /> },
        { key: 'to', label: t.to, cell: (g) => g.validTo && <DateText date={g.validTo} /> },
        { key: 'why', label: t.why, cell: (g) => reasons[g.endedReason ?? 'expired'] },
      ]}
    />
  );
}

/** Who sees the case and why; and for whoever asks, why a class of data is closed to them. */
export function AccessPage(props: {
  head: CaseHead;
  who: WhoSees;
  explained: Explained | null;
  mayLock: boolean;
}) {
  const t = useText(text);
  const { who } = props;
  const base = `/cases/${props.head.case.id}`;
  return (
    <CaseFrame head={props.head} current="basis" title={t.title}>
      <p class="lead">{t.lead}</p>
      {props.explained && <ExplanationPanel caseId={props.head.case.id} explained={props.explained} />}
      <Panel title={t.matrix} long>
        <Matrix who={who} />
      </Panel>
      <Panel title={t.team}>
        <DataTable
          caption={t.team}
          captionHidden
          rows={who.institutions}
          columns={[
            {
              key: 'institution',
              label: t.institution,
              heading: true,
              cell: (i) => (
                <>
                  <InstitutionBadge type={i.type} name={i.name} /> {i.name}
                </>
              ),
            },
            {
              key: 'workers',
              label: t.team,
              cell: (i) => (i.workers.length > 0 ? i.workers.join(', ') : t.noWorkers),
            },
          ]}
        />
      </Panel>
      {!props.explained && <ExplanationPanel caseId={props.head.case.id} explained={null} />}
      {who.ended.length > 0 && (
        <Details summary={`${t.ended} (${t.endedCount(who.ended.length)})`} wide>
          <Ended ended={who.ended} />
        </Details>
      )}
      <p class="no-print">
        <a href={`${base}/basis`}>{t.back}</a>
      </p>
      {props.mayLock && <ButtonLink href={`${base}/access/locks`}>{t.locks.title}</ButtonLink>}
    </CaseFrame>
  );
}
