import { formatDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Panel, WaitsFor } from '#ui/components/panels.tsx';
import { useText, useView } from '#ui/view.tsx';
import { PartnershipFrame } from '../../pages/frame.tsx';
import { ComparisonPanel, ConclusionPanel } from '../deciding/pages/panels.tsx';
import type { Comparison, Conclusion } from '../deciding/schema.ts';
import { ResultsPanels } from '../results/pages/results.tsx';
import type { Distribution, Shown } from '../results/schema.ts';
import { AUDIENCES, type Question } from '../schema.ts';
import type { EvaluationView } from '../service.ts';
import { text } from '../text.pl.ts';
import { EvaluationTag } from './overview.tsx';

export interface ReportProps {
  readonly view: EvaluationView;
  readonly taken: boolean;
  readonly results: readonly Distribution[];
  readonly texts: readonly Shown[];
  readonly questions: readonly Question[];
  readonly comparisons: readonly Comparison[];
  readonly conclusions: readonly Conclusion[];
}

function Waits(props: ReportProps) {
  const t = useText(text);
  const { lang } = useView();
  const { view, taken, texts } = props;
  const { evaluation: e } = view;
  const path = `/partnerships/${view.partnership.id}/evaluation/${e.id}`;
  if (e.state === 'decided') return null;
  if (e.state === 'closed') {
    const waiting = texts.filter(({ state }) => state === 'waiting').length;
    return (
      <WaitsFor
        tone={view.coordinates ? 'mine' : 'others'}
        who={t.waits.texts}
        action={
          view.coordinates && (
            <ButtonLink variant="primary" href={waiting > 0 ? `${path}/texts` : `${path}/decide`}>
              {waiting > 0 ? t.texts.link(waiting) : t.decide.title}
            </ButtonLink>
          )
        }
      />
    );
  }
  return (
    <WaitsFor
      tone="others"
      who={t.waits.answers}
      what={t.waits.until(formatDate(e.closesOn, lang))}
      more={taken ? t.waits.taken : undefined}
      action={
        !taken && (
          <form method="post" action={`${path}/take`}>
            <Button variant="primary">{t.waits.take}</Button>
          </form>
        )
      }
    />
  );
}

/** One evaluation: its course, and after its end the report. */
export function EvaluationPage(props: ReportProps) {
  const t = useText(text);
  const { lang } = useView();
  const { view } = props;
  const { evaluation: e } = view;
  const base = `/partnerships/${view.partnership.id}/evaluation`;
  const path = `${base}/${e.id}`;
  const over = e.state !== 'open';
  return (
    <PartnershipFrame
      partnership={view.partnership}
      member
      current="evaluation"
      title={e.title}
      trail={[{ href: base, label: t.title }]}
      meta={[<EvaluationTag state={e.state} />]}
      actions={
        over && (
          <a href={`${path}/pdf`} download>
            {t.pdf}
          </a>
        )
      }
      before={<Waits {...props} />}
    >
      {over ? (
        <>
          {e.decision !== '' && e.decidedOn && (
            <Panel title={t.decide.on(formatDate(e.decidedOn, lang))}>
              <p>{e.decision}</p>
            </Panel>
          )}
          <ConclusionPanel {...props} />
          <ResultsPanels {...props} turnout={view.turnout} />
          <ComparisonPanel {...props} />
          <Panel title={t.method}>
            <p>{t.methodText}</p>
          </Panel>
        </>
      ) : (
        <Panel title={t.answered}>
          <dl class="summary facts">
            {AUDIENCES.map((audience) => {
              const group = view.turnout.find((each) => each.audience === audience);
              return (
                <div>
                  <dt>{t.audiences[audience]}</dt>
                  <dd>
                    {t.turnout(group?.answered ?? 0, group?.issued ?? 0)}{' '}
                    {group && group.byHand > 0 && t.byHand(group.byHand)}
                  </dd>
                </div>
              );
            })}
          </dl>
          <p>{t.results.notYet}</p>
          {view.coordinates && (
            <div class="form-actions no-print">
              <ButtonLink href={`${path}/codes`}>{t.invite.link}</ButtonLink>
              <ButtonLink href={`${path}/paper`}>{t.paper.link}</ButtonLink>
              <ButtonLink href={`${path}/type-in`}>{t.typeIn.link}</ButtonLink>
              <ButtonLink href={`${path}/close`}>{t.close.link}</ButtonLink>
            </div>
          )}
        </Panel>
      )}
    </PartnershipFrame>
  );
}
