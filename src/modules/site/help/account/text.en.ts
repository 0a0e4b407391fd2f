import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Account and signing in',
  lead: 'Invitation, password, code from the phone, and for whom one acts.',
  steps: [
    {
      title: 'Where an account comes from',
      body: 'Accounts are opened by invitation only. A worker is invited by the administrator of the institution, a person with a plan by the coordinator. The link works once; when it has run out, ask for a new one.',
    },
    {
      title: 'A new password',
      body: 'On the page “Sign in” press “I forgot my password” and give your e-mail address. A link for setting a new password will come. If nothing comes, look into the spam folder.',
    },
    {
      title: 'A code from the phone',
      body: 'In “My account”, at “Code from the phone”, choose “Set up”, then “Turn on”. Scan the picture with the app, keep the recovery codes and enter the first code. Without your phone a recovery code lets you in; each works once.',
    },
    {
      title: 'Working in several places',
      body: 'One account may belong to several institutions, even to a worker and a person with a plan at once. In “My account”, under “For whom I act”, press “Change” and choose. You see only what belongs to the role you chose.',
    },
    {
      title: 'A lost device, or somebody else’s',
      body: 'In “My account”, under “Where I am signed in”, stands every place where the account is open. “End all others” closes them at once. Then change the password.',
    },
    {
      title: 'Too many attempts',
      body: 'After several wrong passwords one has to wait as long as the page says. There is no need to call anybody. If it was not you who typed, set a new password and turn the code from the phone on.',
    },
  ],
};
