import { page, type Route, redirect } from '#kernel/http/routes.ts';
import { HomePage } from './pages/home.tsx';
import { front } from './service.ts';

/** The first page; whoever is signed in begins with what waits for them. */
export const frontRoutes: readonly Route[] = [
  page('/', { permission: 'public' }, async (ctx) => {
    if (ctx.actor.kind === 'worker') return redirect('/work');
    if (ctx.actor.permissions.has('participant.window')) return redirect('/my');
    return <HomePage front={await front(ctx)} />;
  }),
];
