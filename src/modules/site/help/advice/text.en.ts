import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'The advice desk',
  lead: 'For advisers and those who lead a desk: questions, talks, answers, articles, the rota, advice cards and reports.',
  steps: [
    {
      title: 'See what waits',
      body: '“Advice” opens the list of questions. “Mine” are yours, “Without an adviser” wait for anybody, “To review” for a second person, and “Late” are past their day. Above the list “To be called back” shows the talks arranged. The day of the answer stands with every question.',
    },
    {
      title: 'Take a question or assign it',
      body: 'Open the question and click “I take this question” in the part “Who answers”. “Who could answer” proposes people with reasons; “Assign” gives them the question. If somebody else has the question open, the page says so. When something has to be cleared up, “We wait for who asks” stops the days and “We wait no longer” starts them again.',
    },
    {
      title: 'Note a talk or a visit',
      body: 'Click “New talk”. The “Call card” saves itself, only the question is needed. Choose “answered at once” and write what was said, or “an adviser will answer”. A contact is noted only when somebody wishes it. Cards broken off half-way are under “Unfinished cards”.',
    },
    {
      title: 'Answer from a template',
      body: 'In the part “Answer” choose a template and click “Insert the template”: amounts and times of the law are those of the day of the answer. Correct the text; below it you read whether it is easy to read. “Save the draft” sends nothing, “Send the answer” sends it at once. When somebody left a telephone alone, save the answer, call, and click “Called back”. Remarks for the team go into “Add an internal note”; they never leave the desk.',
    },
    {
      title: 'A second pair of eyes',
      body: 'With a legal topic there is “Propose for review” instead of sending. Another person of the desk clicks “Approve and send”, or writes remarks and clicks “Return to be corrected”. Nobody approves their own answer. A review can be asked for with any question by ticking “A second person looks at the answer”.',
    },
    {
      title: 'The same question again',
      body: 'In the repeated question open “Other actions”, type the number of the first one and click “Join”. The answer leaves from the first question to both people. Until it has left, “Take apart” separates them. “Hand over to another desk” is there too: after that the question is not of this desk any more.',
    },
    {
      title: 'Make an article of an answer',
      body: 'With an answered question click “Make an article of it”. What looks like data of people is replaced at once; each such place has to be decided in “What may tell who asks”. “Save and hand over for approval” gives the article to a second person. Nobody can go from the article to the question. All of them are in “Articles”.',
    },
    {
      title: 'Letters set aside',
      body: '“Letters” shows mail that did not become a question by itself: automatic answers, newsletters, damaged letters. Each stands with the reason. Click “This is a question” or “Needs no answer”. Every letter has stayed in the mailbox of the desk too.',
    },
    {
      title: 'The rota and absences',
      body: '“Rota” shows the week and who is there now. Whoever leads the desk adds hours in “Plan the rota”; “Change” beside a day replaces one duty or calls it off. In “Absences” add days and who stands in; absences from institutions show there by themselves. “My duties for a calendar (iCalendar)” downloads your own duties as a file.',
    },
    {
      title: 'Advice card and hours',
      body: 'In “Advice cards” click “New card”, or begin from an answered question. Write whom you advised, when and for how long, then “Ask for a confirmation” or, when somebody signed on paper, “Signed on paper”. At the end of the month click “Hand the month over” in “Monthly statements”. The head clicks “Approve the month”; an approved month and its cards never change again.',
    },
    {
      title: 'Reports',
      body: '“Reports” shows what was asked and how soon it was answered, without data of people. “What was asked and no article answers” tells what is worth writing. Whoever looks from outside the desk sees only quarters that are over and no small numbers. “Download CSV” saves the table.',
    },
    {
      title: 'Set up a desk',
      body: 'In “Settings” the head clicks “Open an advice desk” and adds people with roles and topics in the part “People”. Questions are opened only by those who hold the function of an adviser in their institution. “Topics” says which answers a second person checks, “Answer times” how much time there is, and “Templates” keeps ready beginnings of answers.',
    },
  ],
};
