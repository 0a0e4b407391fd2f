import { TimeText } from '#ui/components/format.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText } from '#ui/view.tsx';
import { text } from '../../text.pl.ts';
import type { Outcome, Remark, RemarkKind } from '../schema.ts';

const KIND_TONES = {
  support: 'success',
  objection: 'warning',
  wording: 'info',
  question: 'neutral',
} as const;
const OUTCOME_TONES = { accepted: 'success', partly: 'info', rejected: 'danger', noted: 'neutral' } as const;

export function KindTag({ kind }: { kind: RemarkKind }) {
  const t = useText(text).remark;
  return <Tag tone={KIND_TONES[kind]}>{t.kinds[kind]}</Tag>;
}

export function OutcomeTag({ outcome }: { outcome: Outcome }) {
  const t = useText(text);
  return <Tag tone={OUTCOME_TONES[outcome]}>{t.outcomes[outcome]}</Tag>;
}

/** A remark with its answer. What was typed is text and nothing more. */
export function Said({ remark }: { remark: Remark }) {
  const t = useText(text);
  return (
    <>
      <p>
        <b>{remark.signature}</b> <KindTag kind={remark.kind} />{' '}
        <span class="muted">
          <TimeText at={remark.createdAt} />
        </span>
      </p>
      <p class="pre-line">{remark.body}</p>
      {remark.outcome === null ? (
        <p class="muted">{t.remark.noAnswer}</p>
      ) : (
        <blockquote>
          <p>
            <b>{t.remark.answer}</b> <OutcomeTag outcome={remark.outcome} />
          </p>
          {remark.answer && <p class="pre-line">{remark.answer}</p>}
        </blockquote>
      )}
    </>
  );
}
