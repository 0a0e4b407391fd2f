import { currentRequest } from '#kernel/auth/request.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import type { SiteHost } from '../schema.ts';
import { ContactPage, ContactSentPage } from './pages/contact.tsx';
import { contactBody, mayBeCrisis, sentQuery } from './schema.ts';
import { helpLines, write } from './service.ts';

const open = { permission: 'public' } as const;

/** A letter to whoever runs the site, and the telephones for whom a letter is too slow. */
export const contactRoutes = ({ config }: Pick<SiteHost, 'config'>): readonly Route[] => {
  const owner = { name: config.OWNER_NAME, email: config.OWNER_EMAIL, phone: config.OWNER_PHONE };
  return [
    page('/contact', open, async (ctx) => (
      <ContactPage owner={owner} lines={await helpLines(ctx)} formKey={newId()} values={{}} />
    )),
    form(
      '/contact',
      { ...open, body: contactBody },
      async (ctx, { body }) => {
        await write(ctx, config.OWNER_EMAIL, body, currentRequest().address);
        return redirect(`/contact/sent${mayBeCrisis(body.message) ? '?help=1' : ''}`);
      },
      async (ctx, { values, errors }) => (
        <ContactPage
          owner={owner}
          lines={await helpLines(ctx)}
          crisis={typeof values.message === 'string' && mayBeCrisis(values.message)}
          formKey={newId()}
          values={values}
          errors={errors}
        />
      ),
    ),
    page('/contact/sent', { ...open, query: sentQuery }, async (ctx, { query }) => (
      <ContactSentPage lines={query.help ? await helpLines(ctx) : []} />
    )),
  ];
};
