import { formatPhone } from '#kernel/contact.ts';
import { formatNip, formatRegon } from '#kernel/identifiers.ts';
import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { EmptyState, Notice, Panel, RuledList, SummaryList } from '#ui/components/panels.tsx';
import { type Column, DataTable } from '#ui/components/table.tsx';
import { Tag, WithThread } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type InstitutionView, threadOf, type WorkerLine } from '../schema.ts';
import { text } from '../text.pl.ts';
import { AuthorisationTag, FunctionWords } from './worker-status.tsx';

/** What an institution is: its legal person with numbers, itself, its area. */
export function InstitutionFacts(props: { view: Pick<InstitutionView, 'institution' | 'entity' | 'area'> }) {
  const all = useText(text);
  const t = all.institution;
  const { institution, entity, area } = props.view;
  const or = (value: string | null) => value || <span class="muted">{t.none}</span>;
  return (
    <SummaryList
      items={[
        { term: t.type, value: all.types[institution.type] },
        { term: t.entity, value: `${entity.name} (${all.forms[entity.legalForm]})` },
        { term: t.nip, value: or(entity.nip && formatNip(entity.nip)) },
        { term: t.regon, value: or(entity.regon && formatRegon(entity.regon)) },
        { term: t.krs, value: or(entity.krs) },
        { term: t.address, value: or(institution.address) },
        { term: t.phone, value: or(formatPhone(institution.phone)) },
        { term: t.email, value: or(institution.email) },
        { term: t.area, value: area.map((g) => g.name).join(', ') || t.areaNone },
      ]}
    />
  );
}

function Presence(props: { worker: WorkerLine }) {
  const t = useText(text).institution;
  const { lang } = useView();
  const { absence, employedTo, joined, invitedAt } = props.worker;
  if (absence) return <Tag tone="info">{t.absent(formatDate(absence.until, lang), absence.standIn)}</Tag>;
  if (!joined) return <Tag>{invitedAt ? t.notJoined : t.notInvited}</Tag>;
  return <>{employedTo ? t.until(formatDate(employedTo, lang)) : t.present}</>;
}

function Workers(props: { workers: readonly WorkerLine[]; manages: boolean }) {
  const t = useText(text).institution;
  const columns: Column<WorkerLine>[] = [
    {
      key: 'name',
      label: t.worker,
      heading: true,
      cell: (w) => (props.manages ? <a href={`/institution/workers/${w.id}`}>{w.name}</a> : w.name),
    },
    { key: 'functions', label: t.functions, cell: (w) => <FunctionWords functions={w.functions} /> },
    ...(props.manages
      ? [
          {
            key: 'authorisation',
            label: t.authorisation,
            cell: (w: WorkerLine) => <AuthorisationTag status={w.authorisation} />,
          },
        ]
      : [{ key: 'phone', label: t.phone, cell: (w: WorkerLine) => formatPhone(w.phone) }]),
    { key: 'presence', label: t.presence, cell: (w) => <Presence worker={w} /> },
  ];
  return <DataTable columns={columns} rows={props.workers} caption={t.workers} captionHidden />;
}

export function InstitutionPage(props: { view: InstitutionView }) {
  const all = useText(text);
  const t = all.institution;
  const { lang } = useView();
  const { view } = props;
  const { institution, workers, manages } = view;
  const count = (kind: string) => workers.filter((w) => w.authorisation.kind === kind).length;
  const [none, ending] = [count('none') + count('future'), count('ending')];
  return (
    <Page
      title={institution.name}
      lead={all.types[institution.type]}
      actions={
        manages && (
          <ButtonLink href="/institution/workers/new" variant="primary" icon="add">
            {t.addWorker}
          </ButtonLink>
        )
      }
      before={
        manages &&
        none + ending > 0 && (
          <Notice tone="warning" quiet>
            {none > 0 && <p>{t.noAccess(none)}</p>}
            {ending > 0 && <p>{t.ending(ending)}</p>}
          </Notice>
        )
      }
      aside={
        <>
          <Panel title={t.title}>
            <InstitutionFacts view={view} />
          </Panel>
          {view.units.length > 0 && (
            <Panel title={t.units}>
              <RuledList
                items={view.units.map((unit) => {
                  const thread = threadOf(unit.type);
                  return thread ? (
                    <WithThread thread={thread} kind={unit.type}>
                      {unit.name}
                    </WithThread>
                  ) : (
                    unit.name
                  );
                })}
              />
            </Panel>
          )}
        </>
      }
    >
      <Panel title={`${t.workers}: ${t.workersCount(workers.length)}`} long>
        {workers.length === 0 ? (
          <EmptyState title={t.empty}>{t.emptyMore}</EmptyState>
        ) : (
          <Workers workers={workers} manages={manages} />
        )}
      </Panel>
      {manages && view.former.length > 0 && (
        <Panel title={t.former} level={3}>
          <RuledList
            items={view.former.map((w) => (
              <>
                <a href={`/institution/workers/${w.id}`}>{w.name}</a>{' '}
                {w.employedTo && t.left(formatDate(w.employedTo, lang))}
              </>
            ))}
          />
        </Panel>
      )}
    </Page>
  );
}
