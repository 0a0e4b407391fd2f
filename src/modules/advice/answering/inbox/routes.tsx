import { page, type Route } from '#kernel/http/routes.ts';
import { counties } from '#modules/territory/api.ts';
import { NowOnDuty, onDutyNow } from '../../rota/api.ts';
import { myDesks, topicGroups } from '../../service.ts';
import { InboxPage } from './pages/inbox.tsx';
import { inboxQuery } from './schema.ts';
import { callsToMake, inbox } from './service.ts';

export const inboxRoutes: readonly Route[] = [
  page(
    '/advice/desk',
    { permission: 'advice.answer', personal: true, query: inboxQuery },
    async (ctx, { query }) => {
      const groups = await topicGroups(ctx);
      const places = (await counties(ctx)).map(({ code, name }) => ({ value: code, label: name }));
      const options = [...groups.flatMap((group) => group.options), ...places];
      const onDuty = (await Promise.all((await myDesks(ctx)).map((id) => onDutyNow(ctx, id)))).flat();
      return (
        <InboxPage
          calls={await callsToMake(ctx)}
          onDuty={<NowOnDuty shifts={onDuty} />}
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
