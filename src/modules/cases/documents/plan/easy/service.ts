import type { Lang } from '#kernel/i18n.ts';
import { formatDate } from '#kernel/time.ts';
import type { Plan } from '../../../plan/api.ts';
import type { Named } from '../../printing/service.ts';
import type { Block } from '../../schema.ts';
import type { Text } from '../text.pl.ts';

/** The plan in short sentences, to the person: what, who helps, when, what they do themselves. */
export function easyBlocks(
  t: Text,
  lang: Lang,
  plan: Plan,
  person: Named,
  coordinator: { readonly name: string | null; readonly institution: string },
): Block[] {
  const e = t.easy;
  const day = (date: string) => formatDate(date, lang);
  return [
    ...(t.states[plan.state] ? [{ kind: 'notice' as const, text: t.states[plan.state] }] : []),
    { kind: 'heading', level: 1, text: e.goals },
    ...plan.goals.flatMap((goal, i): Block[] => [
      { kind: 'heading', level: 2, text: e.goal(i + 1, goal.title) },
      {
        kind: 'text',
        text: [goal.measure && e.measure(goal.measure), e.due(day(goal.dueOn))].filter(Boolean).join('\n'),
      },
    ]),
    { kind: 'heading', level: 1, text: e.who },
    {
      kind: 'bullets',
      items: plan.goals.flatMap((goal) =>
        goal.items.map((i) =>
          [
            e.item(
              i.serviceLabel.charAt(0).toLocaleUpperCase(lang) + i.serviceLabel.slice(1),
              i.workerName,
              i.institutionName,
            ),
            e.when(day(i.startsOn), day(i.dueOn)),
            ...(i.place ? [e.where(i.place)] : []),
          ].join('\n'),
        ),
      ),
    },
    { kind: 'heading', level: 1, text: e.obligation },
    { kind: 'text', text: plan.ownObligation || t.none },
    ...(plan.nextReviewOn
      ? [
          { kind: 'heading' as const, level: 1 as const, text: e.meeting },
          { kind: 'text' as const, text: e.meetingText(day(plan.nextReviewOn)) },
        ]
      : []),
    {
      kind: 'notice',
      text: [e.change, coordinator.name && e.coordinator(coordinator.name, coordinator.institution)]
        .filter(Boolean)
        .join('\n'),
    },
    { kind: 'signatures', people: [{ role: e.sign, name: person.name, signed: null }] },
  ];
}
