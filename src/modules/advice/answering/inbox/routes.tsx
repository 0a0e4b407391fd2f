import { page, type Route } from '#kernel/http/routes.ts';
import { counties } from '#modules/territory/api.ts';
import { topicGroups } from '../../service.ts';
import { InboxPage } from './pages/inbox.tsx';
import { inboxQuery } from './schema.ts';
import { inbox } from './service.ts';

export const inboxRoutes: readonly Route[] = [
  page(
    '/advice/desk',
    { permission: 'advice.answer', personal: true, query: inboxQuery },
    async (ctx, { query }) => {
      const groups = await topicGroups(ctx);
      const places = (await counties(ctx)).map(({ code, name }) => ({ value: code, label: name }));
      const options = [...groups.flatMap((group) => group.options), ...places];
      return (
        <InboxPage
          inbox={await inbox(ctx, query)}
          query={query}
          topics={groups}
          counties={places}
          names={new Map(options.map(({ value, label }) => [value, label]))}
        />
      );
    },
  ),
];
