import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'The Partnership',
  lead: 'For the partnership coordinator, heads and workers of member institutions: from the initiative through agreement and plan to evaluation. At the end the view of the voivodeship.',
  steps: [
    {
      title: 'Found a Partnership and invite institutions',
      body: 'Under “Partnership” click “Found a Partnership” and give a name and a county. Below the title you always read the next step and whose it is. “Invite institutions” sends the invitations; an institution belongs to the Partnership only once it accepts itself. If it has nobody in Splot who can answer, use “Write down an answer that came on paper”. What is known of the area is shown by “See what data say of this area”.',
    },
    {
      title: 'Answer an invitation',
      body: 'An invitation stands in “Partnership” under “Invitations for my institution”. “See the invitation” shows who is there already and what it means. Choose an answer and click “Send the answer”. Accepting obliges to nothing yet and opens no data of people. Then use “Name a contact person” to say whom the partners should write to.',
    },
    {
      title: 'Build the agreement',
      body: 'In the part “Agreement” click “Begin a draft of the agreement”: it is made of ready clauses. With each clause you can choose “Edit the text” or “Insert the wording”. Members write with “Make a remark” and “Propose another text”, and the coordinator answers. “Change the scope of data” sets the most that can be shared with a partner. “What is missing before signing” lists the rest.',
    },
    {
      title: 'Sign it and put it in force',
      body: '“Open for signing” closes the text: a change will need a new version. The head of each institution fills in “Sign for your institution”; a signature on paper needs a scan. The coordinator ends with “Put in force”. New cases can be opened only in a Partnership that operates; the list “What operating needs” says what is missing. A change starts with “Begin an amendment”.',
    },
    {
      title: 'Write the action plan',
      body: 'In the part “Action plan” click “Write the plan”, then “Add a goal”. Below a goal are “Add an indicator” and “Add a task”, and further down “Add a cost”. An indicator computed from cases shows nobody. “Adopt the plan” closes the text; a change is “Prepare a new version”. When the period is over, write the assessment and click “Close the plan”.',
    },
    {
      title: 'Agree on selection criteria and the waiting list',
      body: 'In the part “Selection and queue” the coordinator chooses “Write criteria”: conditions to be met and grounds of priority. After “Show to members” each institution clicks “We agree”, and the criteria are in force when all agree. Every member may click “Add a service” and say how many places are free. A person is put on the waiting list in their case. Nobody gets points: the grounds count, then the date.',
    },
    {
      title: 'Plan a meeting',
      body: 'In the part “Meetings” click “Plan a meeting”. The contact persons are on the list of the invited at once; “Add people of the member institutions” adds others, and “Add a guest from outside” adds guests. “Agenda” proposes tasks and dates that wait; every member may click “Propose a point”. A document added by mistake goes with “Remove the document”, until the minutes are signed. Invitations go out only when they are sent from the part “The invited”.',
    },
    {
      title: 'Write the minutes',
      body: 'Click “Begin the minutes”, save the attendance, and note for each point what was agreed, decisions and tasks. Enter no data of participants: speak of them by the number of the case. “Send for remarks” shows the minutes to those present; they are signed once the chair and every institution present agree. After that they do not change, you can only click “Note a correction”. Decisions and tasks appear in “Decision register” and “Tasks” by themselves.',
    },
    {
      title: 'Self-check against the standard',
      body: 'In the part “Standard” the coordinator clicks “Begin a self-check”. Each institution answers apart and ends with “Hand in the sheet”; after that the answers cannot be changed. The answers of others are seen once all have handed in or the coordinator chooses “Close the collection”. Then “Agree on a conclusion”, add tasks in “Improvement plan” and “Conclude the self-check”.',
    },
    {
      title: 'Anonymous evaluation',
      body: 'In the part “Evaluation” click “Begin an evaluation”. Partners and workers click “Answer anonymously”, for others there are “Codes to hand out”. Codes are seen only once: print them at once and do not write down who got which. After “End the collection” look through the texts, take out data of people, add conclusions and click “Save the decision”. Results of small groups are hidden.',
    },
    {
      title: 'See the cooperation and show yourselves in the network',
      body: 'The part “Cooperation” shows who works with whom, and “Health of the partnership”; only partners see it. The coordinator writes the card for everybody: in “Network of partnerships” under “Your partnerships” choose “write the card”, then “Save and publish in the network”. The card of a partnership that receives visitors has “Arrange a visit”.',
    },
    {
      title: 'The view of the voivodeship',
      body: 'A worker of a regional institution opens “Voivodeship”: all partnerships, their agreements, meetings and timeliness. Small numbers are not shown, and sums are then given as a range. No case and no person is there. “Calls for projects” are published with “New call”; partnerships answer with “Say that you are interested”. “Download the table (CSV)” saves the table.',
    },
  ],
};
