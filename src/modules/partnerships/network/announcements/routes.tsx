import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { emptyBody, idParams } from '../../schema.ts';
import { AnnouncementsPage, WaitingPage } from './pages/announcements.tsx';
import { WriteAnnouncementPage } from './pages/write.tsx';
import { announcementBody, announcementsQuery, settleBody } from './schema.ts';
import { announce, announcements, mine, settle, waiting, withdraw } from './service.ts';

const manage = { permission: 'partnership.manage' } as const;
const moderate = { permission: 'exchange.moderate' } as const;
const LIST = '/network/announcements';

async function own(ctx: Ctx) {
  const found = await mine(ctx);
  if (found.length === 0) throw notFound();
  return found;
}

/** What partnerships announce: to the network at once, to everybody after an editor has read it. */
export const announcementRoutes = (): Route[] => [
  page(LIST, { permission: 'public', query: announcementsQuery }, async (ctx, { query }) => (
    <AnnouncementsPage {...(await announcements(ctx, query.kind))} kind={query.kind} />
  )),
  page(`${LIST}/new`, manage, async (ctx) => (
    <WriteAnnouncementPage mine={await own(ctx)} formKey={newId()} />
  )),
  form(
    `${LIST}/new`,
    { ...manage, body: announcementBody },
    async (ctx, { body }) => {
      await announce(ctx, body);
      return redirect(LIST);
    },
    async (ctx, { values, errors }) => (
      <WriteAnnouncementPage mine={await own(ctx)} formKey={newId()} values={values} errors={errors} />
    ),
  ),
  form(`${LIST}/:id/withdraw`, { ...manage, params: idParams, body: emptyBody }, async (ctx, { params }) => {
    await withdraw(ctx, params.id);
    return redirect(LIST);
  }),
  page(`${LIST}/waiting`, moderate, async (ctx) => <WaitingPage announcements={await waiting(ctx)} />),
  form(
    `${LIST}/:id/settle`,
    { ...moderate, params: idParams, body: settleBody },
    async (ctx, { params, body }) => {
      await settle(ctx, params.id, body.decision, body.reason);
      return redirect(`${LIST}/waiting`);
    },
    async (ctx) => <WaitingPage announcements={await waiting(ctx)} />,
  ),
];
