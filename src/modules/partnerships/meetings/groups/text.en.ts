import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Partner Groups',
  lead: 'Institutions of the region above partnerships: they learn of the partnerships, agree how to support them, and which solutions to keep.',
  new: 'Convene a Partner Group',
  newLead: 'Your institution convenes the group; it plans its meetings and invites the members.',
  none: 'Your institution belongs to no Partner Group',
  noneHint:
    'A group is convened by an institution of the region, such as ROPS. When it takes your institution in, the meetings appear here.',
  name: 'Name',
  aim: 'Aim',
  voivodeship: 'Voivodeship',
  convener: 'Convened by',
  members: 'Members',
  count: (n) => `${n} ${n === 1 ? 'institution' : 'institutions'}`,
  next: 'Next meeting',
  noNext: 'not planned',
  save: 'Convene the group',
  changeMembers: 'Members of the Partner Group',
  membersHint:
    'Institutions that are ticked see the meetings, decisions and minutes of the group. One no longer ticked stops seeing them.',
  institutions: 'Institutions',
  saveMembers: 'Save the members',
};
