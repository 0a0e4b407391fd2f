import { DateText } from '#ui/components/format.tsx';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { StateTag, type TagTone } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { Shown } from '../../../schema.ts';
import { text as words } from '../../../text.pl.ts';
import type { FranchiseFacts, ModelFacts } from '../../schema.ts';
import type { Adopter, Audit, AuditResult } from '../schema.ts';
import { text } from '../text.pl.ts';
import { AdopterTable, Who } from './adopters.tsx';

const TONES: Readonly<Record<AuditResult, TagTone>> = {
  passed: 'success',
  conditions: 'warning',
  failed: 'danger',
};

export function useModelCrumbs(model: Shown) {
  const w = useText(words);
  return [
    { href: '/knowledge', label: w.nav },
    { href: '/models', label: w.sections.models },
    { href: model.path, label: model.title },
  ];
}

export function AuditTable({ audits, adopters }: { audits: readonly Audit[]; adopters: readonly Adopter[] }) {
  const t = useText(text);
  const f = t.franchise;
  return (
    <DataTable<Audit>
      caption={f.audits}
      captionHidden
      rows={audits}
      columns={[
        { key: 'on', label: f.on, heading: true, cell: ({ on }) => <DateText date={on} /> },
        {
          key: 'who',
          label: t.all.who,
          cell: ({ adopterId }) => {
            const adopter = adopters.find(({ id }) => id === adopterId);
            return (
              adopter && (
                <>
                  <Who adopter={adopter} />, {t.county(adopter.county)}
                </>
              )
            );
          },
        },
        {
          key: 'result',
          label: f.result,
          cell: ({ result }) => <StateTag tone={TONES[result]} label={t.results[result]} />,
        },
        { key: 'note', label: f.note, cell: ({ note }) => note },
      ]}
    />
  );
}

/** The package somebody takes: rules, terms, standard, and how those who took it are doing. */
export function FranchisePage(props: {
  model: Shown;
  facts: ModelFacts;
  franchise: FranchiseFacts;
  adopters: readonly Adopter[];
  audits: readonly Audit[];
}) {
  const t = useText(text).franchise;
  const { model, facts, franchise } = props;
  const terms = (['fee', 'territory', 'audit', 'exit', 'brand'] as const).flatMap((key) =>
    franchise[key] ? [{ term: t[key], value: franchise[key] }] : [],
  );
  const bound = props.adopters.filter((adopter) => adopter.franchise);
  return (
    <Page title={t.title(model.title)} lead={t.lead} reader="public" breadcrumb={useModelCrumbs(model)}>
      <Panel title={t.rules} long>
        <ol>
          {franchise.rules.map((rule) => (
            <li>{rule}</li>
          ))}
        </ol>
      </Panel>
      <Panel title={t.terms} long>
        <SummaryList
          items={[...terms, ...(facts.licence ? [{ term: t.licence, value: facts.licence }] : [])]}
        />
      </Panel>
      {facts.knowhow.length > 0 && (
        <Panel title={t.knowhow} long>
          <ul>
            {facts.knowhow.map((each) => (
              <li>{each}</li>
            ))}
          </ul>
        </Panel>
      )}
      {facts.quality.length > 0 && (
        <Panel title={t.quality} long>
          <DataTable
            caption={t.quality}
            captionHidden
            rows={facts.quality}
            columns={[
              { key: 'indicator', label: t.indicator, heading: true, cell: (row) => row.indicator },
              { key: 'target', label: t.target, cell: (row) => row.target },
            ]}
          />
        </Panel>
      )}
      <Panel title={t.who} long>
        {bound.length === 0 ? <p>{t.none}</p> : <AdopterTable adopters={bound} caption={t.who} />}
      </Panel>
      <Panel title={t.audits} long>
        {props.audits.length === 0 ? (
          <p>{t.noAudits}</p>
        ) : (
          <AuditTable audits={props.audits} adopters={props.adopters} />
        )}
      </Panel>
    </Page>
  );
}
