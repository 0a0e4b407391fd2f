import type { z } from 'zod';
import type { DataClass } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { fillParts } from '../../assessment/api.ts';
import { loadDiagnosis } from '../../diagnosis/api.ts';
import { loadCase, recordView } from '../../service.ts';
import type { diagnosis, partsBody } from './schema.ts';

/** A diagnosis by its number, or the newest, with what the caller may read of it; recorded with the classes shown. */
export async function diagnosisOf(
  ctx: Ctx,
  caseId: string,
  number?: number,
): Promise<z.input<typeof diagnosis>> {
  const c = await loadCase(ctx, caseId);
  const d = await loadDiagnosis(ctx, c.id, number);
  if (!d) throw notFound();
  const shown = d.parts.filter((p) => p.content).map((p) => p.dataClass);
  await recordView(ctx, c, 'diagnosis', [...new Set<DataClass>(['D5', ...shown])], d.id);
  return {
    ...d,
    approvedAt: d.approvedAt?.toISOString() ?? null,
    parts: d.parts.map((p) => ({
      ...p,
      institution: p.institutionName,
      content: p.content && { ...p.content, filledAt: p.content.filledAt?.toISOString() ?? null },
    })),
    approvals: d.approvals.map((a) => ({
      institutionId: a.institutionId,
      institution: a.institutionName,
      worker: a.workerName,
      at: a.at.toISOString(),
      current: a.current,
    })),
    missing: d.missing.map((m) => ({
      what: m.what,
      domain: m.what === 'part' ? m.part.domain : null,
    })),
  };
}

export const fill = (ctx: Ctx, caseId: string, body: z.output<typeof partsBody>): Promise<void> =>
  fillParts(ctx, caseId, body.parts, body.work);
