import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Who works on the case in the institution',
  lead: 'A case always has somebody who answers for it. A worker with a valid authorisation can be assigned.',
  assigned: 'Assigned',
  worker: 'Worker',
  role: 'Role',
  roles: { coordinator: 'coordinator', caseworker: 'works on the case', stand_in: 'stands in' },
  end: 'Take off the case',
  assign: 'Assign a worker',
  coordinator: 'Change the coordinator',
  coordinatorHint: 'The coordinator until now no longer sees the case.',
  caseNumber: (number) => `Case ${number}`,
  session: 'Session',
  group: 'Group',
  refusals: {
    case_ended: 'The case has ended and nobody need be assigned.',
    not_assigner: 'Assigning is done by the head of the institution or the coordinator of the case.',
    not_lead: 'The coordinator is named by the institution that leads the case.',
    is_coordinator: 'This is the coordinator. First name another.',
    last_worker: 'This is the last worker of the institution on this case. First assign somebody else.',
    not_assignable:
      'This person cannot be given cases: not employed here, not authorised, or without a function.',
    locked: 'This worker is locked out of the case.',
    cannot_coordinate: 'This person has no function that may coordinate cases.',
  },
};
