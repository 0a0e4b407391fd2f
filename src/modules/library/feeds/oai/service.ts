import type { Ctx } from '#kernel/context.ts';
import { isId } from '#kernel/ids.ts';
import { escaped } from '#kernel/markdown/xhtml.ts';
import { themes } from '../../service.ts';
import { text } from '../../text.pl.ts';
import type { FeedHost } from '../schema.ts';
import {
  findEarliest,
  findHeader,
  findHeaders,
  findRecords,
  type HeaderRow,
  type RecordRow,
} from './queries.ts';
import { dublinCoreOf, headerOf, identifierOf } from './record/service.ts';
import { demandPrefix, readArguments, readHarvest, readToken } from './request/service.ts';
import { type Arguments, HARVESTED, OaiFault, PREFIX, seconds, type Token, type Verb } from './schema.ts';

const PAGE = 100;
/** How long a list that was begun may be gone on with. */
const HOURS = 24;

/** Answers a request of the Open Archives Initiative Protocol for Metadata Harvesting 2.0 with its XML. */
export async function answerOai(ctx: Ctx, sent: URLSearchParams, host: FeedHost): Promise<string> {
  let request = '<request>';
  let answer: string;
  try {
    const [verb, given] = readArguments(sent);
    const attributes = [['verb', verb], ...Object.entries(given)].map(
      ([name, value]) => ` ${name}="${escaped(value ?? '')}"`,
    );
    request = `<request${attributes.join('')}>`;
    answer = `<${verb}>\n${await ANSWERS[verb](ctx, given, host)}\n</${verb}>`;
  } catch (fault) {
    if (!(fault instanceof OaiFault)) throw fault;
    // What was not understood is not repeated.
    if (fault.code === 'badVerb' || fault.code === 'badArgument') request = '<request>';
    answer = `<error code="${fault.code}">${escaped(fault.message)}</error>`;
  }
  return `<?xml version="1.0" encoding="utf-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">
<responseDate>${seconds(ctx.now)}</responseDate>
${request}${escaped(host.siteUrl)}/oai</request>
${answer}
</OAI-PMH>
`;
}

const ANSWERS: Readonly<Record<Verb, (ctx: Ctx, given: Arguments, host: FeedHost) => Promise<string>>> = {
  Identify: async (ctx, _, host) => `<repositoryName>Splot: ${escaped(host.ownerName)}</repositoryName>
<baseURL>${escaped(host.siteUrl)}/oai</baseURL>
<protocolVersion>2.0</protocolVersion>
<adminEmail>${escaped(host.ownerEmail)}</adminEmail>
<earliestDatestamp>${(await findEarliest(ctx)).at ?? seconds(ctx.now)}</earliestDatestamp>
<deletedRecord>persistent</deletedRecord>
<granularity>YYYY-MM-DDThh:mm:ssZ</granularity>`,

  ListMetadataFormats: async (ctx, { identifier }, host) => {
    if (identifier !== undefined) await headerBy(ctx, identifier, host);
    return `<metadataFormat>
<metadataPrefix>${PREFIX}</metadataPrefix>
<schema>http://www.openarchives.org/OAI/2.0/oai_dc.xsd</schema>
<metadataNamespace>http://www.openarchives.org/OAI/2.0/oai_dc/</metadataNamespace>
</metadataFormat>`;
  },

  ListSets: async (ctx, given) => {
    // All sets are given at once, so no token was ever handed out.
    if (given.resumptionToken !== undefined)
      throw new OaiFault('badResumptionToken', 'There is no such list.');
    const t = text[ctx.lang];
    const set = (spec: string, name: string) =>
      `<set><setSpec>${escaped(spec)}</setSpec><setName>${escaped(name)}</setName></set>`;
    return [
      ...HARVESTED.map((kind) => set(`kind-${kind}`, t.kinds[kind])),
      ...(await themes(ctx)).map((theme) => set(`theme-${theme.code}`, theme.name)),
    ].join('\n');
  },

  GetRecord: async (ctx, { identifier = '', metadataPrefix }, host) => {
    demandPrefix(metadataPrefix);
    return recordsOf(ctx, [await headerBy(ctx, identifier, host)], host);
  },

  ListIdentifiers: (ctx, given, host) =>
    listed(ctx, 'ListIdentifiers', given, async (rows) =>
      rows.map((row) => headerOf(row, host.siteUrl)).join('\n'),
    ),
  ListRecords: (ctx, given, host) => listed(ctx, 'ListRecords', given, (rows) => recordsOf(ctx, rows, host)),
};

async function headerBy(ctx: Ctx, identifier: string, host: FeedHost): Promise<HeaderRow> {
  const id = identifier.slice(identifierOf(host.siteUrl, '').length);
  const row =
    isId(id) && identifier === identifierOf(host.siteUrl, id) ? await findHeader(ctx, HARVESTED, id) : null;
  if (!row) throw new OaiFault('idDoesNotExist', 'Nothing here has this identifier.');
  return row;
}

async function recordsOf(ctx: Ctx, rows: readonly HeaderRow[], host: FeedHost): Promise<string> {
  const shown = rows.filter((row) => !row.gone).map((row) => row.id);
  const found = new Map<string, RecordRow[]>();
  for (const row of await findRecords(ctx, shown)) found.set(row.id, [...(found.get(row.id) ?? []), row]);
  const names = new Map((await themes({ ...ctx, lang: 'pl' })).map((theme) => [theme.code, theme]));
  return rows
    .map((row) => {
      const versions = found.get(row.id);
      const metadata = versions
        ? `\n<metadata>${dublinCoreOf(versions, row.themes ?? [], names, host.siteUrl)}</metadata>`
        : '';
      return `<record>\n${headerOf(row, host.siteUrl)}${metadata}\n</record>`;
    })
    .join('\n');
}

/** A page of a list with the token of the next; the token holds the whole question, so nothing is kept here. */
async function listed(
  ctx: Ctx,
  verb: Token['verb'],
  given: Arguments,
  write: (rows: readonly HeaderRow[]) => Promise<string>,
): Promise<string> {
  const token = given.resumptionToken === undefined ? null : readToken(ctx, verb, given.resumptionToken);
  const harvest = token ?? readHarvest(given);
  const found = await findHeaders(ctx, HARVESTED, harvest, token, PAGE + 1);
  const rows = found.slice(0, PAGE);
  if (rows.length === 0 && !token) throw new OaiFault('noRecordsMatch', 'Nothing matches.');
  const last = rows.at(-1);
  const cursor = token?.cursor ?? 0;
  const body = await write(rows);
  if (found.length <= PAGE || !last?.at)
    return token ? `${body}\n<resumptionToken cursor="${cursor}"/>` : body;
  const expires = Math.floor(ctx.now.getTime() / 1000) + HOURS * 3600;
  const { from, until, kind, theme } = harvest;
  const next: Token = {
    verb,
    from,
    until,
    kind,
    theme,
    at: last.at,
    id: last.id,
    cursor: cursor + PAGE,
    expires,
  };
  const written = Buffer.from(JSON.stringify(next)).toString('base64url');
  return `${body}\n<resumptionToken expirationDate="${seconds(new Date(expires * 1000))}" cursor="${cursor}">${written}</resumptionToken>`;
}
