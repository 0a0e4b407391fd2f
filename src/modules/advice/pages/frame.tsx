import type { Child } from 'hono/jsx';
import { ChipLinks, StateTag, Tag } from '#ui/components/tags.tsx';
import { Page, type PageProps } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Question } from '../schema.ts';
import { text } from '../text.pl.ts';

/** The parts of the desk in the order of the day; whoever builds one adds it here. */
const PARTS = {
  inbox: '/advice/desk',
  call: '/advice/desk/call',
  letters: '/advice/desk/letters',
  rota: '/advice/desk/rota',
  knowledge: '/advice/knowledge',
  cards: '/advice/cards',
  reports: '/advice/desk/reports',
  settings: '/advice/desk/settings',
} as const;
export type DeskPart = keyof typeof PARTS;

/** Who sets a desk up without answering there reaches these. */
const OF_HEADS: readonly DeskPart[] = ['cards', 'settings'];

/** Whether the reader answers at a desk: then the head of the page leads there. */
export const useAnswers = (): boolean => useView().nav.some(({ href }) => href === PARTS.inbox);

/** The desk as the beginning of a breadcrumb; nothing for who may not open it. */
export function useDeskCrumb(): { href: string; label: string }[] {
  const { section } = useText(text);
  return useAnswers() ? [{ href: PARTS.inbox, label: section }] : [];
}

/** The page of a part of the desk, with the way to the others. */
export function DeskFrame(props: Omit<PageProps, 'children'> & { current: DeskPart; children?: Child }) {
  const t = useText(text);
  const { current, children, ...page } = props;
  const answers = useAnswers();
  const parts = (Object.keys(PARTS) as DeskPart[]).filter(
    (part) => answers || part === current || OF_HEADS.includes(part),
  );
  return (
    <Page {...page}>
      <div class="no-print">
        <ChipLinks
          label={t.partsLabel}
          items={parts.map((part) => ({
            href: PARTS[part],
            label: t.parts[part],
            current: part === current,
          }))}
        />
      </div>
      {children}
    </Page>
  );
}

const TONES = {
  new: 'info',
  assigned: 'info',
  reopened: 'warning',
  answered: 'success',
  closed: 'neutral',
} as const;

/** Where a question stands, in one line of tags. */
export function QuestionTags(props: { question: Pick<Question, 'state' | 'urgent' | 'inReview'> }) {
  const t = useText(text);
  const { state, urgent, inReview } = props.question;
  return (
    <>
      <StateTag tone={TONES[state]} label={t.states[state]} />
      {urgent && (
        <>
          {' '}
          <Tag tone="danger" icon="alert">
            {t.urgent}
          </Tag>
        </>
      )}
      {inReview && (
        <>
          {' '}
          <Tag tone="warning" icon="waiting">
            {t.waitingReview}
          </Tag>
        </>
      )}
    </>
  );
}
