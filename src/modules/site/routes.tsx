import type { Config } from '#kernel/config.ts';
import { page, type Route, redirect } from '#kernel/http/routes.ts';
import { HomePage } from './pages/home.tsx';
import { preferences } from './schema.ts';

const YEAR = 31_536_000;

export const routes = (config: Config): readonly Route[] => [
  page('/', { permission: 'public' }, async (ctx) => {
    if (ctx.actor.kind === 'worker') return redirect('/work');
    if (ctx.actor.permissions.has('participant.window')) return redirect('/my');
    return <HomePage />;
  }),
  page('/preferences', { permission: 'public', query: preferences }, async (_ctx, { query }) => {
    const { back, ...chosen } = query;
    const headers = new Headers({ location: back });
    const secure = config.APP_URL.startsWith('https:') ? '; Secure' : '';
    for (const [name, value] of Object.entries(chosen)) {
      headers.append('set-cookie', `${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`);
    }
    return new Response(null, { status: 303, headers });
  }),
];
