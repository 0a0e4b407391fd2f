import { DateText } from '#ui/components/format.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { statement } from '../statement/text.pl.ts';

/** Dates of the statement: publication, last major change, making and review. */
const DATES = { published: '2026-11-21', updated: '2026-11-21', made: '2026-11-21' } as const;

function Day(props: { id: string; date: string }) {
  return (
    <span id={props.id}>
      <DateText date={props.date} />
    </span>
  );
}

/**
 * The accessibility statement with the machine-readable ids of the technical conditions, version 2.0. The ids are
 * never translated and each stands once.
 */
export function StatementPage(props: { owner: string; url: string; email: string; phone: string }) {
  const t = useText(statement);
  const { actor } = useView();
  return (
    <Page title={t.title} reader={actor ? undefined : 'public'} width="text">
      <div class="prose">
        <p id="a11y-wstep">
          <span id="a11y-podmiot">{props.owner}</span> {t.intro} <span id="a11y-zakres">{t.scope}</span>{' '}
          <a id="a11y-url" href={props.url}>
            {props.url}
          </a>
          .
        </p>
        <p>
          {t.published} <Day id="a11y-data-publikacja" date={DATES.published} />. {t.updated}{' '}
          <Day id="a11y-data-aktualizacja" date={DATES.updated} />.
        </p>
        <h2>{t.statusTitle}</h2>
        <p id="a11y-status">{t.status}</p>
        <p>{t.shortcuts}</p>
        <h2>{t.madeTitle}</h2>
        <p>
          {t.made} <Day id="a11y-data-sporzadzenie" date={DATES.made} />. {t.method}
        </p>
        <h2>{t.contactTitle}</h2>
        <Panel>
          <p id="a11y-kontakt">
            {t.contact}{' '}
            <a id="a11y-email" href={`mailto:${props.email}`}>
              {props.email}
            </a>
            , <span id="a11y-telefon">{props.phone}</span>.
          </p>
        </Panel>
        <div id="a11y-procedura">
          <h2>{t.procedureTitle}</h2>
          <p>{t.procedure}</p>
          <p>
            {t.complaint} <a href="https://bip.brpo.gov.pl/">{t.ombudsman}</a>.
          </p>
        </div>
        <h2>{t.buildingTitle}</h2>
        <p id="a11y-architektura">{t.building}</p>
        <h2>{t.communicationTitle}</h2>
        <p id="a11y-komunikacja">{t.communication}</p>
      </div>
    </Page>
  );
}
