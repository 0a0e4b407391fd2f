/** What waits for a worker in each part of the system that is no case, gathered for the first page of the day. */
import { dueQuestions } from './modules/advice/api.ts';
import { dueCards, dueStatements } from './modules/advice/cards/api.ts';
import { dueArticles } from './modules/advice/knowledge/api.ts';
import { type Due, dueQueue, type WorkHost } from './modules/cases/api.ts';
import { dueTexts } from './modules/library/api.ts';
import { dueAgreements, dueInvitations, dueStages } from './modules/partnerships/api.ts';
import { dueEvaluation } from './modules/partnerships/evaluation/api.ts';
import { dueMeetings } from './modules/partnerships/meetings/api.ts';
import { dueNetwork } from './modules/partnerships/network/api.ts';
import { duePlanWork } from './modules/partnerships/plan/api.ts';
import { dueSelection } from './modules/partnerships/selection/api.ts';
import { dueStandard } from './modules/partnerships/standard/api.ts';

const SOURCES: readonly WorkHost['alsoDue'][] = [
  dueQuestions,
  dueCards,
  dueStatements,
  dueArticles,
  dueTexts,
  dueQueue,
  dueInvitations,
  dueStages,
  dueAgreements,
  dueMeetings,
  duePlanWork,
  dueSelection,
  dueStandard,
  dueEvaluation,
  dueNetwork,
];
const MOST = 12;
const untilOf = ({ until }: Due): string => until ?? '9999';

export const workHost: WorkHost = {
  alsoDue: async (ctx) =>
    (await Promise.all(SOURCES.map((source) => source(ctx))))
      .flat()
      .sort((a, b) => untilOf(a).localeCompare(untilOf(b)))
      .slice(0, MOST),
};
