import { DATA_CLASSES } from '#kernel/access.ts';
import { classWords } from '#modules/organisations/api.ts';
import { Select } from '#ui/components/choices.tsx';
import { FormScope } from '#ui/components/form-scope.tsx';
import { DateText } from '#ui/components/format.tsx';
import { FilterBar } from '#ui/components/lists.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { FiredRule } from '../policy.ts';
import type { Explained } from '../service.ts';
import { text } from '../text.pl.ts';
import { lastDay } from './last-day.tsx';

function Rule(props: { rule: FiredRule }) {
  const t = useText(text);
  const { rule } = props;
  const words = t.rules[rule.rule];
  return (
    <>
      <Tag tone={rule.passed ? 'success' : 'danger'} icon={rule.passed ? 'accept' : 'refuse'}>
        {rule.passed ? t.passed : t.failed}
      </Tag>{' '}
      {rule.passed ? words.yes : words.no}
      {rule.rule === 'grant' &&
        rule.grants.map((g) => (
          <div class="small">
            {g.article}, <DateText date={g.validFrom} />
            {g.validTo ? (
              <>
                –<DateText date={lastDay(g.validTo)} />
              </>
            ) : (
              `, ${t.noEnd}`
            )}
          </div>
        ))}
    </>
  );
}

/** Asks about one class of data and answers with every rule that fired. A plain GET form: the answer has an address. */
export function ExplanationPanel(props: { caseId: string; explained: Explained | null }) {
  const t = useText(text);
  const words = classWords(useView().lang);
  const { explained } = props;
  const name = DATA_CLASSES.find((c) => c === explained?.dataClass);
  return (
    <Panel title={t.ask} id="why">
      <FormScope values={{ class: explained?.dataClass }}>
        <FilterBar action={`/cases/${props.caseId}/access`}>
          <Select
            name="class"
            label={t.askClass}
            width="l"
            options={DATA_CLASSES.filter((c) => c !== 'D0').map((c) => ({ value: c, label: words[c] }))}
          />
        </FilterBar>
      </FormScope>
      {explained && name && (
        <>
          <h3>{explained.allowed ? t.sees(words[name]) : t.seesNot(words[name])}</h3>
          <RuledList
            items={explained.rules
              // With no grant at all there is no purpose to speak of.
              .filter(
                (r) => r.rule !== 'purpose' || explained.rules.some((g) => g.rule === 'grant' && g.passed),
              )
              .map((rule) => <Rule rule={rule} />)}
          />
          {explained.purposes.length > 0 && (
            <p class="small">{t.purposes(explained.purposes.map((p) => t.purpose[p]).join(', '))}</p>
          )}
        </>
      )}
    </Panel>
  );
}
