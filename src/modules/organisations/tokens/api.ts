export { TOKEN_SCOPES, type TokenScope } from './schema.ts';
export { actorOfToken, createToken } from './service.ts';
