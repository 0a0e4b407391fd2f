import type { Ctx } from '#kernel/context.ts';
import type { Rejected } from '#kernel/http/routes.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { DeskPage, DesksPage, NewDeskPage } from './pages/desk.tsx';
import { PeoplePage, PersonPage } from './pages/people.tsx';
import { TopicsPage } from './pages/topics.tsx';
import * as people from './people/service.ts';
import * as schema from './schema.ts';
import * as service from './service.ts';

const work = { permission: 'work' } as const;
const open = { permission: 'advice.manage' } as const;
const one = { ...work, params: schema.deskParams } as const;
const person = { ...work, params: schema.personParams } as const;
const SETTINGS = '/advice/desk/settings';
type Again<P = unknown> = Partial<Pick<Rejected<P>, 'values' | 'errors' | 'current'>>;

async function newPage(ctx: Ctx, { values = { open: 'yes' }, errors }: Again = {}) {
  const home = await service.homeOf(ctx);
  return (
    <NewDeskPage formKey={newId()} values={values} errors={errors} area={await service.areaFor(ctx, home)} />
  );
}

async function deskPage(ctx: Ctx, id: string, { values, errors, current }: Again = {}) {
  const desk = await service.ledDesk(ctx, id);
  return (
    <DeskPage
      desk={desk}
      formKey={newId()}
      values={values ?? (await service.formOf(ctx, desk))}
      errors={errors}
      {...(current && { now: current })}
      area={await service.areaFor(ctx, desk.voivodeship, desk.counties)}
    />
  );
}

async function peoplePage(ctx: Ctx, id: string, { values, errors }: Again = {}) {
  const desk = await service.ledDesk(ctx, id);
  const here = desk.institutionId === ctx.actor.institutionId;
  return (
    <PeoplePage
      desk={desk}
      people={await people.deskPeople(ctx, id)}
      known={await people.knownAt(ctx, id)}
      topicNames={new Map((await service.topicOptions(ctx)).map(({ value, name }) => [value, name]))}
      advisers={
        here ? (await people.advisers(ctx)).map((a) => ({ value: a.id ?? '', label: a.name ?? '' })) : []
      }
      formKey={newId()}
      values={values}
      errors={errors}
    />
  );
}

async function personPage(
  ctx: Ctx,
  params: { desk: string; person: string },
  failed?: 'known' | 'end',
  { values, errors }: Again = {},
) {
  const desk = await service.ledDesk(ctx, params.desk);
  const known = await people.knownAt(ctx, desk.id);
  return (
    <PersonPage
      desk={desk}
      person={await people.deskPerson(ctx, desk.id, params.person)}
      known={known.filter(({ deskWorkerId }) => deskWorkerId === params.person)}
      topics={await service.topicOptions(ctx)}
      area={await service.areaFor(ctx, desk.voivodeship)}
      formKey={newId()}
      values={values}
      errors={errors}
      failed={failed}
    />
  );
}

async function topicsPage(ctx: Ctx, id: string) {
  const desk = await service.ledDesk(ctx, id);
  const options = await service.topicOptions(ctx);
  const starts = options.flatMap(({ depth }, index) => (depth === 0 ? [index] : []));
  const branches = starts.map((start, n) => ({
    code: options[start]?.value ?? '',
    name: options[start]?.name ?? '',
    topics: options
      .slice(start, starts[n + 1])
      .map(({ value: code, name, legal }) => ({ code, name, legal })),
  }));
  const off = await service.switchedOff(ctx, id);
  const on = options.map(({ value }) => value).filter((code) => !off.has(code));
  return <TopicsPage desk={desk} branches={branches} on={on} formKey={newId()} />;
}

/** How a desk is set up: by the head of its institution and by who leads it. */
export const setupRoutes: readonly Route[] = [
  page(SETTINGS, work, async (ctx) => {
    const desks = await service.ledDesks(ctx);
    return <DesksPage desks={desks} mayOpen={service.mayOpenDesk(ctx)} />;
  }),
  page(`${SETTINGS}/new`, open, (ctx) => newPage(ctx)),
  form(
    `${SETTINGS}/new`,
    { ...open, body: schema.deskBody },
    async (ctx, { body }) => redirect(`${SETTINGS}/${await service.openDesk(ctx, body)}/people`),
    newPage,
  ),
  page(`${SETTINGS}/:desk`, one, (ctx, { params }) => deskPage(ctx, params.desk)),
  form(
    `${SETTINGS}/:desk`,
    { ...one, body: schema.deskBody },
    async (ctx, { params, body }) => {
      await service.saveDesk(ctx, params.desk, body);
      return redirect(`${SETTINGS}/${params.desk}`);
    },
    (ctx, again) => deskPage(ctx, again.params.desk, again),
  ),
  page(`${SETTINGS}/:desk/people`, one, (ctx, { params }) => peoplePage(ctx, params.desk)),
  form(
    `${SETTINGS}/:desk/people`,
    { ...one, body: schema.newPersonBody },
    async (ctx, { params, body }) =>
      redirect(`${SETTINGS}/${params.desk}/people/${await people.addPerson(ctx, params.desk, body)}`),
    (ctx, again) => peoplePage(ctx, again.params.desk, again),
  ),
  page(`${SETTINGS}/:desk/people/:person`, person, (ctx, { params }) => personPage(ctx, params)),
  form(
    `${SETTINGS}/:desk/people/:person/known`,
    { ...person, body: schema.knownBody },
    async (ctx, { params, body }) => {
      await people.addKnown(ctx, params.desk, params.person, body);
      return redirect(`${SETTINGS}/${params.desk}/people/${params.person}`);
    },
    (ctx, again) => personPage(ctx, again.params, 'known', again),
  ),
  form(
    `${SETTINGS}/:desk/people/:person/known/:known/remove`,
    { ...work, params: schema.knownParams, body: schema.emptyBody },
    async (ctx, { params }) => {
      await people.dropKnown(ctx, params.desk, params.person, params.known);
      return redirect(`${SETTINGS}/${params.desk}/people/${params.person}`);
    },
  ),
  form(
    `${SETTINGS}/:desk/people/:person/end`,
    { ...person, body: schema.endBody },
    async (ctx, { params, body }) => {
      await people.endPerson(ctx, params.desk, params.person, body.to);
      return redirect(`${SETTINGS}/${params.desk}/people`);
    },
    (ctx, again) => personPage(ctx, again.params, 'end', again),
  ),
  page(`${SETTINGS}/:desk/topics`, one, (ctx, { params }) => topicsPage(ctx, params.desk)),
  form(`${SETTINGS}/:desk/topics`, { ...one, body: schema.topicsBody }, async (ctx, { params, body }) => {
    await service.switchTopics(ctx, params.desk, body.on);
    return redirect(`${SETTINGS}/${params.desk}/topics`);
  }),
];
