import type { Child } from 'hono/jsx';
import { formatDate, type LocalDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text as words } from '../../text.pl.ts';
import type { Authorisation, WorkerView } from '../schema.ts';
import { text } from '../text.pl.ts';

function Period(props: { from: LocalDate; to: LocalDate | null }) {
  const t = useText(text);
  const { lang } = useView();
  const from = formatDate(props.from, lang);
  return <>{props.to ? t.between(from, formatDate(props.to, lang)) : t.since(from)}</>;
}

export function FunctionsPanel(props: { view: WorkerView; today: LocalDate; children?: Child }) {
  const t = useText(text);
  const all = useText(words);
  const { held, worker, left } = props.view;
  return (
    <Panel title={t.functions}>
      {held.length === 0 ? (
        <p>{t.noFunctions}</p>
      ) : (
        <DataTable
          caption={t.functions}
          captionHidden
          rows={held}
          columns={[
            { key: 'function', label: t.function, heading: true, cell: (f) => all.functions[f.function] },
            { key: 'period', label: t.period, cell: (f) => <Period from={f.from} to={f.to} /> },
            {
              key: 'end',
              label: t.endFunction,
              quiet: true,
              cell: (f) =>
                !left && (f.to === null || f.to >= props.today) ? (
                  <a href={`/institution/workers/${worker.id}/functions/${f.id}/end`}>{t.endFunction}</a>
                ) : null,
            },
          ]}
        />
      )}
      {props.children}
    </Panel>
  );
}

function AuthorisationState(props: { authorisation: Authorisation; today: LocalDate }) {
  const t = useText(text);
  const { lang } = useView();
  const { revokedOn, from, to } = props.authorisation;
  if (revokedOn) return <Tag>{t.revoked(formatDate(revokedOn, lang))}</Tag>;
  if (to < props.today) return <Tag>{t.ended}</Tag>;
  return from > props.today ? <Tag tone="warning">{t.coming}</Tag> : <Tag tone="success">{t.inForce}</Tag>;
}

export function AuthorisationsPanel(props: { view: WorkerView; today: LocalDate }) {
  const t = useText(text);
  const all = useText(words);
  const classes: Readonly<Record<string, string>> = all.classes;
  return (
    <Panel title={t.authorisations}>
      {props.view.authorisations.length === 0 ? (
        <p>{t.noAuthorisations}</p>
      ) : (
        <DataTable
          caption={t.authorisations}
          captionHidden
          rows={props.view.authorisations}
          columns={[
            {
              key: 'document',
              label: t.document,
              heading: true,
              cell: (a) => <a href={`/institution/authorisations/${a.id}`}>{a.document}</a>,
            },
            { key: 'scope', label: t.scope, cell: (a) => a.scope.map((c) => classes[c]).join('; ') },
            { key: 'period', label: t.period, cell: (a) => <Period from={a.from} to={a.to} /> },
            {
              key: 'state',
              label: t.state,
              cell: (a) => <AuthorisationState authorisation={a} today={props.today} />,
            },
          ]}
        />
      )}
    </Panel>
  );
}

export function AbsencesPanel(props: { view: WorkerView; today: LocalDate }) {
  const t = useText(text);
  const { absences, worker, left } = props.view;
  return (
    <Panel title={t.absences}>
      {absences.length === 0 ? (
        <p>{t.noAbsences}</p>
      ) : (
        <RuledList
          items={absences.map((a) => (
            <form
              class="row-form"
              method="post"
              action={`/institution/workers/${worker.id}/absences/${a.id}/end`}
            >
              <span>
                <Period from={a.from} to={a.to} />, {t.standIn(a.standIn)}
              </span>
              {a.to >= props.today && (
                <Button small>{a.from < props.today ? t.backAgain : t.cancelAbsence}</Button>
              )}
            </form>
          ))}
        />
      )}
      {!left && (
        <p class="no-print">
          <ButtonLink href={`/institution/workers/${worker.id}/absence`}>{t.planAbsence}</ButtonLink>
        </p>
      )}
    </Panel>
  );
}
