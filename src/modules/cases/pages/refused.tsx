import { Notice } from '#ui/components/panels.tsx';
import { useText } from '#ui/view.tsx';
import type { CaseHead } from '../schema.ts';
import { text } from '../text.pl.ts';
import { CaseFrame, type CaseTab } from './case-frame.tsx';

/** Instead of a form that would be refused: why, said before anything is typed. `words` are those of the part. */
export function RefusedPage(props: {
  head: CaseHead;
  current: CaseTab | null;
  title: string;
  reason: string;
  words: Readonly<Record<string, string>>;
}) {
  const t = useText(text);
  return (
    <CaseFrame head={props.head} current={props.current} title={props.title} width="text">
      <Notice tone="warning">{props.words[props.reason] ?? t.cannotNow}</Notice>
      <p class="no-print">
        <a href={`/cases/${props.head.case.id}`}>{t.backToCase}</a>
      </p>
    </CaseFrame>
  );
}
