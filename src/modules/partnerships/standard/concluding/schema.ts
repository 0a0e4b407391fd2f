import { z } from 'zod';
import { needed } from '#kernel/forms/fields.ts';

export const finishBody = z.object({ summary: needed(5000) });
