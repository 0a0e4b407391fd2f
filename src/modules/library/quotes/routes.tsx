import { page, type Route } from '#kernel/http/routes.ts';
import { movedTo } from '../reading/routes.tsx';
import { readQuery, slugParams } from '../schema.ts';
import { ChecklistPage } from './requirements/pages/checklist.tsx';
import { requirementsOf } from './requirements/service.ts';

export const checklistRoutes: readonly Route[] = [
  page(
    '/library/:slug/checklist',
    { permission: 'public', params: slugParams, query: readQuery },
    async (ctx, { params, query }) => {
      const standard = await requirementsOf(ctx, params.slug, query.lang);
      return 'movedTo' in standard ? (
        movedTo(`${standard.movedTo}/checklist`)
      ) : (
        <ChecklistPage standard={standard} />
      );
    },
  ),
];
