import type { Child } from 'hono/jsx';
import { daysBetween, formatDate, relativeDays, warsawDate } from '#kernel/time.ts';
import { threadOf } from '#modules/organisations/api.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { WaitsFor } from '#ui/components/panels.tsx';
import { Tabs } from '#ui/components/progress.tsx';
import { StateTag, type TagTone, ThreadBadge } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { actsNow, type CaseHead, type CaseState, type WaitCode } from '../schema.ts';
import { text } from '../text.pl.ts';

const TONES: Readonly<Record<CaseState, TagTone>> = {
  draft: 'neutral',
  referred: 'info',
  intake: 'info',
  diagnosis: 'info',
  planning: 'info',
  agreed: 'accent',
  active: 'accent',
  suspended: 'warning',
  closing: 'info',
  follow_up: 'accent',
  archived: 'neutral',
  rejected: 'neutral',
  withdrawn: 'neutral',
  erased: 'neutral',
};

/** The state of a case as a word with its icon. */
export function CaseStateTag(props: { state: CaseState }) {
  const t = useText(text);
  return <StateTag tone={TONES[props.state]} label={t.states[props.state]} />;
}

export type CaseTab =
  | 'summary'
  | 'referral'
  | 'basis'
  | 'diagnosis'
  | 'plan'
  | 'sessions'
  | 'reviews'
  | 'outcome'
  | 'documents'
  | 'history';
const PATHS: Readonly<Record<CaseTab, string>> = {
  summary: '',
  referral: '/referral',
  basis: '/basis',
  diagnosis: '/diagnosis',
  plan: '/plan',
  sessions: '/sessions',
  reviews: '/reviews',
  outcome: '/outcome',
  documents: '/documents',
  history: '/history',
};

/** Where what is awaited is done; it is the one filled button, on the line that says what is awaited. */
const NEXT: Readonly<Record<Exclude<WaitCode, 'nothing'>, string>> = {
  send_referral: '/referral',
  answer_referral: '/referral',
  answer_question: '/referral',
  basis: '/basis',
  clause: '/basis',
  legal_bases: '/basis',
  partners: '/referrals/new',
  to_diagnosis: '/basis',
  diagnosis_parts: '/diagnosis',
  diagnosis_approval: '/diagnosis',
  plan_draft: '/plan',
  plan_signatures: '/plan',
  person_signature: '/plan',
  start: '/plan',
  review: '/reviews/new',
  resume: '/resume',
  outcome: '/outcome',
  closing_confirmations: '/outcome',
  follow_up: '/follow-up',
};

const next = (code: WaitCode): string => (code === 'nothing' ? '' : NEXT[code]);

function CaseWaits(props: { head: CaseHead; quiet: boolean }) {
  const t = useText(text);
  const { lang, now } = useView();
  const { head } = props;
  const { waits } = head.case;
  if (waits.for === 'nothing') return <WaitsFor what={null} />;
  const day = warsawDate(now);
  const late = waits.until !== null && waits.until < day;
  const until =
    waits.until && `${t.untilDate(formatDate(waits.until, lang))}, ${relativeDays(day, waits.until, lang)}`;
  return (
    <WaitsFor
      tone={late ? 'late' : head.waitsForMe ? 'mine' : 'others'}
      who={
        waits.for === 'person_signature'
          ? t.person
          : head.waitsSeveral.join(', ') ||
            [head.waitsInstitution, head.waitsWorker].filter(Boolean).join(', ') ||
            t.person
      }
      what={`${t.waits[waits.for]}${until ? `, ${until}` : ''}.`}
      action={
        !props.quiet && head.waitsForMe ? (
          <ButtonLink
            href={`/cases/${head.case.id}${next(waits.for)}`}
            variant={actsNow(head, day) ? 'primary' : 'secondary'}
          >
            {t.actions[waits.for]}
          </ButtonLink>
        ) : undefined
      }
    />
  );
}

/**
 * The frame of every page of a case: who, in what state, what it waits for, and the parts of the case as tabs.
 * `quiet` leaves the next action out: always on a page that is an action itself; with `here` only where it would lead
 * to this very part, which then shows it in its place.
 */
export function CaseFrame(props: {
  head: CaseHead;
  /** The part this page belongs to; null when to none, like the messages with the person. */
  current: CaseTab | null;
  /** The heading of this part when it is not the summary. */
  title?: string;
  quiet?: boolean | 'here';
  failed?: boolean;
  aside?: Child;
  before?: Child;
  width?: 'text';
  children?: Child;
}) {
  const t = useText(text);
  const { now } = useView();
  const { head } = props;
  const c = head.case;
  const base = `/cases/${c.id}`;
  const quiet =
    props.quiet === 'here'
      ? props.current !== null && next(c.waits.for) === PATHS[props.current]
      : (props.quiet ?? false);
  const title = t.caseTitle(c.number, head.person ?? t.hiddenPerson);
  const day = daysBetween(warsawDate(c.openedAt), warsawDate(now)) + 1;
  const tabs = (Object.keys(PATHS) as CaseTab[]).map((tab) => ({
    href: base + PATHS[tab],
    label: t.tabs[tab],
    current: tab === props.current,
  }));
  return (
    <Page
      title={props.title ? `${props.title}. ${title}` : title}
      heading={title}
      breadcrumb={[{ href: '/cases', label: t.cases }]}
      meta={[
        <CaseStateTag state={c.state} />,
        head.coordinator && head.leadInstitution
          ? t.coordinator(head.coordinator, head.leadInstitution)
          : null,
        t.day(day),
      ]}
      before={
        <>
          <CaseWaits head={head} quiet={quiet} />
          <Tabs label={t.tabs.label} items={tabs} />
          {props.before}
        </>
      }
      aside={props.aside}
      failed={props.failed}
      width={props.width}
    >
      {props.title && <h2 class="part-title">{props.title}</h2>}
      {props.children}
    </Page>
  );
}

/** The badge of an institution by its type. */
export function InstitutionBadge(props: { type: string; name: string }) {
  const thread = threadOf(props.type);
  return thread ? (
    <ThreadBadge thread={thread} kind={props.type} name={props.name} />
  ) : (
    <span>{props.name}</span>
  );
}
