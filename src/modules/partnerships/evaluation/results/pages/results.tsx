import { BarChart } from '#ui/chart.tsx';
import { formatNumber } from '#ui/components/format.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { useText, useView } from '#ui/view.tsx';
import { AREAS, AUDIENCES, type Question, type Turnout } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { Distribution, Shown } from '../schema.ts';

/** The question with what it found; below, how many answered and what the evaluation before had found. */
function Chart(props: { found: Distribution }) {
  const t = useText(text).results;
  const { lang } = useView();
  const { question, answers, agree, before, total, mean } = props.found;
  const percent = (share: number) => `${formatNumber(share * 100, lang, { max: 0 })}\u00a0%`;
  const finding = [
    agree === null ? null : t.agree(percent(agree)),
    mean === null ? null : t.mean(formatNumber(mean, lang, { min: 1, max: 1 })),
  ].filter(Boolean);
  return (
    <BarChart
      id={`c-${question.code}`}
      title={finding.length === 0 ? question.words : `${question.words} ${finding.join(', ')}.`}
      source={[t.answers(total), before === null ? null : t.before(percent(before))]
        .filter(Boolean)
        .join('; ')}
      bars={answers.map(({ label, n }) => ({ label, value: n }))}
    />
  );
}

/** Results by audience and area; an audience with fewer than five answers has none. */
export function ResultsPanels(props: {
  results: readonly Distribution[];
  turnout: readonly Turnout[];
  texts: readonly Shown[];
  questions: readonly Question[];
}) {
  const t = useText(text);
  return (
    <>
      {AUDIENCES.map((audience) => {
        const own = props.results.filter(({ question }) => question.audience === audience);
        const said = props.texts.filter((each) => each.audience === audience && each.state === 'shown');
        const group = props.turnout.find((each) => each.audience === audience);
        return (
          <Panel title={t.audiences[audience]} long>
            <p>
              {t.turnout(group?.answered ?? 0, group?.issued ?? 0)}{' '}
              {group && group.byHand > 0 && t.byHand(group.byHand)}
            </p>
            {own.length === 0 && <p>{t.results.few}</p>}
            {AREAS.map((area) => {
              const found = own.filter(({ question }) => question.area === area);
              if (found.length === 0) return null;
              return (
                <>
                  <h3>{t.areas[area]}</h3>
                  {found.map((each) => (
                    <Chart found={each} />
                  ))}
                </>
              );
            })}
            {props.questions
              .filter((q) => q.audience === audience && said.some(({ question }) => question === q.code))
              .map((q) => (
                <>
                  <h3>{q.words}</h3>
                  <RuledList
                    items={said.filter(({ question }) => question === q.code).map(({ body }) => body)}
                  />
                </>
              ))}
          </Panel>
        );
      })}
    </>
  );
}
