import { record } from '#kernel/audit/record.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { LettersPage } from './pages/letters.tsx';
import { emptyBody, letterParams } from './schema.ts';
import { drop, takeUp, waitingLetters } from './service.ts';

const answer = { permission: 'advice.answer', personal: true } as const;
const one = { ...answer, params: letterParams, body: emptyBody };

/** Letters a machine would not take in by itself. */
export const mailRoutes: readonly Route[] = [
  page('/advice/desk/letters', answer, async (ctx) => {
    const { letters, mailbox } = await waitingLetters(ctx);
    await record(ctx, { action: 'advice.letters', objectType: 'list', detail: { shown: letters.length } });
    return <LettersPage letters={letters} mailbox={mailbox} />;
  }),
  form('/advice/desk/letters/:letter/take', one, async (ctx, { params }) =>
    redirect(`/advice/desk/questions/${await takeUp(ctx, params.letter)}`),
  ),
  form('/advice/desk/letters/:letter/drop', one, async (ctx, { params }) => {
    await drop(ctx, params.letter);
    return redirect('/advice/desk/letters');
  }),
];
