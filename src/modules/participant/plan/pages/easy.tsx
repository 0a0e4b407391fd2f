import { formatDate } from '#kernel/time.ts';
import type { Plan } from '#modules/cases/plan/api.ts';
import { useText, useView } from '#ui/view.tsx';
import { Paragraphs } from '../../pages/parts.tsx';
import { text } from '../../text.pl.ts';

/** One sentence a line, one thought a sentence, every heading a whole thought: the rules of easy-to-read text. */
export function EasyPlan(props: { plan: Plan }) {
  const t = useText(text).easy;
  const { lang } = useView();
  const { plan } = props;
  const date = (day: string) => formatDate(day, lang);
  return (
    <div class="prose easy">
      <p>{t.isPlan}</p>
      <p>{t.what}</p>
      <p>{t.goals(plan.goals.length)}</p>
      <p>{t.goalMeans}</p>
      {plan.goals.map((goal, index) => (
        <>
          <h2>{t.goal(index + 1, goal.title)}</h2>
          <p>{t.until(date(goal.dueOn))}</p>
          {goal.items.map((item) => (
            <>
              <p>
                <b>{t.item(item.serviceLabel)}</b>
              </p>
              <p>{t.helps(item.institutionName)}</p>
              <p>{t.when(date(item.startsOn), date(item.dueOn))}</p>
              {item.place && <p>{t.where(item.place)}</p>}
              {item.progress.state === 'done' && <p>{t.done}</p>}
            </>
          ))}
        </>
      ))}
      {plan.ownObligation && (
        <>
          <h2>{t.mine}</h2>
          <Paragraphs text={plan.ownObligation} />
        </>
      )}
      {plan.nextReviewOn && <p>{t.review(date(plan.nextReviewOn))}</p>}
      <p>{t.change}</p>
      <p>{t.ask}</p>
    </div>
  );
}
