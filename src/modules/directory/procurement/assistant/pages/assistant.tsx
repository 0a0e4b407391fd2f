import { formatDate } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Checkbox, Radios } from '#ui/components/choices.tsx';
import { Fieldset } from '#ui/components/form.tsx';
import { formatMoney } from '#ui/components/format.tsx';
import { EmptyState, Notice } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import {
  type AssistantQuery,
  askedOf,
  BUYERS,
  GOALS,
  goalsMet,
  type Rule,
  SUBJECTS,
  type Threshold,
} from '../schema.ts';
import { text } from '../text.pl.ts';
import { Check, RulePanel } from './rule.tsx';

export interface AssistantPageProps {
  readonly query: AssistantQuery;
  readonly rules: readonly Rule[];
  readonly threshold: Threshold | null;
}

/** Questions and what follows from the answers, on one page with an address of its own. */
export function AssistantPage(props: AssistantPageProps) {
  const t = useText(text);
  const asked = askedOf(props.query);
  const met = asked
    ? props.rules
        .map((rule) => ({ rule, goals: goalsMet(rule, asked) }))
        .filter(({ goals }) => goals.length > 0)
    : [];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      description={t.lead}
      breadcrumb={[{ href: '/directory', label: t.directory }]}
      aside={
        <p>
          <a href="/procurement/register">{t.register}</a>
        </p>
      }
    >
      <Questions {...props} filled={asked === null} />
      {asked && (
        <section class="column" aria-labelledby="result">
          <h2 id="result">{t.result(met.length)}</h2>
          {asked.buyer === 'other' && (
            <Notice quiet>
              <p>{t.other}</p>
            </Notice>
          )}
          {met.length === 0 && asked.buyer === 'public' && (
            <EmptyState title={t.none}>{t.noneMore}</EmptyState>
          )}
          {met.length > 0 && <p class="muted">{t.checkHint}</p>}
          {met.map(({ rule, goals }) => (
            <RulePanel rule={rule} goals={goals} />
          ))}
          <p>
            <a href="/directory">{t.find}</a>
          </p>
        </section>
      )}
    </Page>
  );
}

function Questions(props: AssistantPageProps & { filled: boolean }) {
  const t = useText(text);
  const { lang } = useView();
  const { query, threshold } = props;
  const amount = threshold && formatMoney(threshold.amount, lang).replace(/[.,]00/, '');
  const bands = amount ? { below: t.bands.below(amount), above: t.bands.above(amount) } : t.bandsUnknown;
  return (
    <form class="form" method="get" action="/procurement/assistant">
      <Radios
        name="band"
        label={t.band}
        value={query.band ?? ''}
        hint={
          threshold && (
            <>
              {t.threshold(formatDate(threshold.from, lang), threshold.source)}{' '}
              <Check certainty={threshold.certainty} />
            </>
          )
        }
        options={[
          { value: 'below', label: bands.below },
          { value: 'above', label: bands.above },
        ]}
      />
      <Radios
        name="subject"
        label={t.subject}
        value={query.subject ?? ''}
        options={SUBJECTS.map((value) => ({ value, label: t.subjects[value] }))}
      />
      <Radios
        name="buyer"
        label={t.buyer}
        value={query.buyer ?? 'public'}
        options={BUYERS.map((value) => ({ value, label: t.buyers[value] }))}
      />
      <Fieldset legend={t.goals} hint={t.goalsHint} block={false}>
        {GOALS.map((goal) => (
          <Checkbox name={goal} label={t.goal[goal]} checked={query[goal] === 'yes'} />
        ))}
      </Fieldset>
      <p class="no-print">
        <Button variant={props.filled ? 'primary' : 'secondary'}>{t.submit}</Button>
      </p>
    </form>
  );
}
