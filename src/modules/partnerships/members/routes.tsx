import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { emptyBody, idParams, type PartnershipsHost } from '../schema.ts';
import { ContactsPage, LeaveMemberPage } from './pages/members.tsx';
import { contactBody, contactParams, coordinatorBody, memberParams } from './schema.ts';
import {
  addContact,
  contactChoices,
  endContact,
  leavingMember,
  nameCoordinator,
  removeMember,
} from './service.ts';

const manage = { permission: 'partnership.manage' } as const;
const one = { ...manage, params: idParams };
const LEAVE = '/partnerships/:id/members/:memberId/leave';
interface Sent {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}

/** Institutions of a partnership, who answers for each, and who coordinates. */
export const memberRoutes = (host: PartnershipsHost): Route[] => [
  page(LEAVE, { ...manage, params: memberParams }, (ctx, { params }) => leavePage(ctx, params, [])),
  form(
    LEAVE,
    { ...manage, params: memberParams, body: emptyBody },
    async (ctx, { params }) => {
      await removeMember(ctx, host, params.id, params.memberId);
      return redirect(`/partnerships/${params.id}`);
    },
    (ctx, { params, errors }) => leavePage(ctx, params, errors),
  ),
  page('/partnerships/:id/contacts', one, (ctx, { params }) => contactsPage(ctx, params.id, {})),
  form(
    '/partnerships/:id/contacts',
    { ...one, body: contactBody },
    async (ctx, { params, body }) => {
      await addContact(ctx, params.id, body.worker);
      return redirect(`/partnerships/${params.id}/contacts`);
    },
    (ctx, { params, values, errors }) => contactsPage(ctx, params.id, { values, errors }),
  ),
  form(
    '/partnerships/:id/contacts/:contactId/end',
    { ...manage, params: contactParams, body: emptyBody },
    async (ctx, { params }) => {
      await endContact(ctx, params.id, params.contactId);
      return redirect(`/partnerships/${params.id}/contacts`);
    },
    (ctx, { params, errors }) => contactsPage(ctx, params.id, { errors }),
  ),
  form(
    '/partnerships/:id/coordinator',
    { ...one, body: coordinatorBody },
    async (ctx, { params, body }) => {
      await nameCoordinator(ctx, params.id, body.coordinator);
      return redirect(`/partnerships/${params.id}`);
    },
    (ctx, { params, values, errors }) => contactsPage(ctx, params.id, { values, errors }),
  ),
];

async function leavePage(ctx: Ctx, params: { id: string; memberId: string }, errors: readonly FieldError[]) {
  const { partnership, member } = await leavingMember(ctx, params.id, params.memberId);
  return <LeaveMemberPage partnership={partnership} member={member} formKey={newId()} errors={errors} />;
}

async function contactsPage(ctx: Ctx, id: string, sent: Sent) {
  return (
    <ContactsPage {...(await contactChoices(ctx, id))} formKey={newId()} coordinatorKey={newId()} {...sent} />
  );
}
