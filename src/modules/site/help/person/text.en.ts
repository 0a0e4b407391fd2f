import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'My window: for a person with a plan',
  lead: 'What you see after signing in, how to sign the plan, give or withdraw a consent, and check who looked at your data.',
  steps: [
    {
      title: 'The first time',
      body: 'Your coordinator sends you an invitation by e-mail. Open the link in it, set a password and press “Open the account”. From then on you sign in with that password. Nobody in an office knows it, and nobody may ask you for it.',
    },
    {
      title: 'What there is to do now',
      body: 'The page “Start” shows under “Your turn now” the one thing that waits for you. If it says “There is nothing you need to do now.”, you can close the page. When something changes, you get an e-mail.',
    },
    {
      title: 'Read and sign the plan',
      body: '“My plan” holds goals, items and dates. “Easy-to-read text” says the same in fewer words. You sign with “I sign the plan”. If something does not suit you, choose “I do not agree, I want to talk”: you need not sign before you have talked.',
    },
    {
      title: 'Meetings and sessions',
      body: 'The next meetings stand on the page “Start”. “Add to calendar” puts a date into your phone. If you cannot come, write to your coordinator as early as you can.',
    },
    {
      title: 'Consents',
      body: 'Under “Consents” you see to whom you agreed and to what. Each can be ended with “Withdraw the consent”. Before you confirm you read what will happen. You do not lose help that the law gives you.',
    },
    {
      title: 'Who looked at the data',
      body: 'Under “My data” there is a list: who opened your case, when and what for. Below, under “Who may see my data”, stands each institution with its reason. Something is wrong? Press “Ask for a correction” or write to your coordinator.',
    },
    {
      title: 'Write to the coordinator',
      body: 'Choose “Messages”, then “Write a message”. The coordinator reads them, or whoever stands in. Other institutions do not see them. Do not write your PESEL number.',
    },
    {
      title: 'A phone that is not yours alone',
      body: 'When you have finished, open “My account” and press “Sign out”. If you forgot, open “My account” on another device and press “End all others” at the list “Where I am signed in”.',
    },
    {
      title: 'Larger letters, other colours, another language',
      body: 'Press “Appearance” at the top of the page to choose the size of the text and the colours. The language is beside it. Every page can be printed.',
    },
  ],
};
