import { z } from 'zod';
import type { Route } from './routes.ts';

type Json = Record<string, unknown>;

const schema = (type: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Json;
  return rest;
};

const parameters = (type: z.ZodType | undefined, place: 'path' | 'query'): Json[] => {
  if (!type) return [];
  const { properties = {}, required = [] } = schema(type, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: each,
  }));
};

/** The OpenAPI 3.1 document of the JSON interface, made from the very schemas that check each call. */
export function openApi(routes: readonly Route[], server: string, kind: Route['kind'] = 'api'): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes.filter((r) => r.kind === kind)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    const problem = {
      description: 'Problem (RFC 9457)',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: {
        summary: route.summary,
        operationId: `${route.method.toLowerCase()}${path.replace(/[^a-z]+(\w)/gi, (_, letter: string) => letter.toUpperCase()).replace(/[^\w]/g, '')}`,
        security: route.permission === 'public' ? [] : [{ token: route.scope ? [route.scope] : [] }],
        parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
        ...(route.body && {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schema(route.body, 'input') } },
          },
        }),
        responses: {
          [route.method === 'POST' ? '201' : '200']: {
            description: 'Done',
            ...(route.response && {
              content: { 'application/json': { schema: schema(route.response, 'output') } },
            }),
          },
          '401': problem,
          '404': problem,
          '422': problem,
        },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Splot',
      version: '1',
      description:
        'Territory, organisations, referrals and the life of a shared case. Every call works under the access rules of the institution its token belongs to.',
    },
    servers: [{ url: server }],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'Personal token, bound to a worker of an institution and to scopes.',
        },
      },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            instance: { type: 'string' },
            errors: {
              type: 'array',
              items: {
                type: 'object',
                properties: { field: { type: 'string' }, message: { type: 'string' } },
              },
            },
          },
        },
      },
    },
  };
}
