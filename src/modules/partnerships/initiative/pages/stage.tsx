import { ButtonLink } from '#ui/components/buttons.tsx';
import { WaitsFor } from '#ui/components/panels.tsx';
import { Steps } from '#ui/components/progress.tsx';
import { useText } from '#ui/view.tsx';
import { addressOf, STAGES, type StageView } from '../schema.ts';
import { text } from '../text.pl.ts';

/** The way from the initiative to common work: where the partnership is, what comes next and who does it. */
export function Stage(props: { stage: StageView }) {
  const t = useText(text).stage;
  const { stage } = props;
  const count =
    stage.next === 'remarks' ? t.count(stage.count) : stage.next === 'draft' ? t.missing(stage.count) : '';
  return (
    <>
      <Steps
        current={stage.next === 'work' ? STAGES.length : stage.current}
        steps={STAGES.map((name) => ({ label: t.names[name] }))}
      />
      {stage.next !== 'work' && stage.next !== 'none' && (
        <WaitsFor
          tone={stage.mine ? 'mine' : 'others'}
          who={stage.who.join(', ')}
          what={[t.next[stage.next], count].filter(Boolean).join(': ')}
          action={
            stage.mine ? (
              <ButtonLink variant="primary" href={addressOf(stage)}>
                {t.actions[stage.next]}
              </ButtonLink>
            ) : (
              stage.version !== null && (
                <ButtonLink href={`/partnerships/${stage.partnershipId}/agreements/${stage.version}`}>
                  {t.read}
                </ButtonLink>
              )
            )
          }
        />
      )}
    </>
  );
}
