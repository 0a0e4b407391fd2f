import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { RegistersPage } from '../pages/registers.tsx';
import { fetchBody, idParams } from '../schema.ts';
import type { Register } from './schema.ts';
import { editable, fetchFor } from './service.ts';

const EDIT = { permission: 'directory.edit' } as const;

export function registersRoutes(registers: readonly Register[]): readonly Route[] {
  const registersPage = async (ctx: Ctx, id: string, errors?: readonly FieldError[]) => (
    <RegistersPage record={await editable(ctx, id)} registers={registers} formKey={newId()} errors={errors} />
  );
  return [
    page('/directory/:id/registers', { ...EDIT, params: idParams }, (ctx, { params }) =>
      registersPage(ctx, params.id),
    ),
    form(
      '/directory/:id/registers',
      { ...EDIT, params: idParams, body: fetchBody },
      async (ctx, { params, body }) =>
        redirect(`/directory/imports/${await fetchFor(ctx, registers, params.id, body.register)}`),
      (ctx, { params, errors }) => registersPage(ctx, params.id, errors),
    ),
  ];
}
