import type { FieldError } from '#kernel/errors.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { HiddenFields } from '#ui/components/form.tsx';
import { DateText, formatMoney, formatNumber, TimeText } from '#ui/components/format.tsx';
import { Notice, Panel, SummaryList, WaitsFor } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Card, CardFile } from '../schema.ts';
import { text } from '../text.pl.ts';
import { Documents, PaperConfirmation } from './card-papers.tsx';
import { useCardCrumbs } from './list.tsx';
import { CardStateTag, Hours } from './table.tsx';

/** What the reader may do with a card. */
export interface CardRights {
  readonly change: boolean;
  readonly ask: boolean;
  readonly reopen: boolean;
  readonly documents: boolean;
}
interface Keys {
  readonly ask: string;
  readonly paper: string;
  readonly reopen: string;
  readonly document: string;
}

function Value({ card }: { card: Card }) {
  const t = useText(text);
  const { lang } = useView();
  if (card.valueGrosze === null || card.rateGrosze === null)
    return <span class="muted">{t.card.noRate}</span>;
  return (
    <>
      <b class="num">{formatMoney(card.valueGrosze, lang)}</b>
      <br />
      <span class="muted">
        {t.card.valueHow(
          t.hours(formatNumber(card.hours, lang)),
          formatMoney(card.rateGrosze, lang),
          card.rateBasis ?? '',
        )}
      </span>
    </>
  );
}

function Waits({ card, rights, formKey }: { card: Card; rights: CardRights; formKey: string }) {
  const t = useText(text).card;
  const ask = rights.ask && card.clientEmail !== '' && (
    <form method="post" action={`/advice/cards/${card.id}/ask`}>
      <HiddenFields formKey={formKey} />
      <Button variant={card.state === 'draft' ? 'primary' : 'secondary'}>
        {card.state === 'draft' ? t.ask : t.askAgain}
      </Button>
    </form>
  );
  const mine = rights.ask || rights.reopen ? 'mine' : 'others';
  if (card.state === 'draft')
    return (
      <WaitsFor
        who={t.waitsAdviser}
        tone={mine}
        what={rights.ask ? (card.clientEmail === '' ? t.noAddress : t.askHint(card.clientEmail)) : undefined}
        action={ask}
      />
    );
  if (card.state === 'waiting')
    return (
      <WaitsFor
        who={t.waitsClient}
        tone="others"
        what={card.askedAt && <>{<TimeText at={card.askedAt} />}</>}
        action={ask}
      />
    );
  if (card.state === 'disputed') return <WaitsFor who={t.waitsDispute} tone={mine} />;
  return null;
}

const Words = ({ title, words }: { title: string; words: string }) =>
  words === '' ? null : (
    <Panel title={title} long>
      <p class="pre-line">{words}</p>
    </Panel>
  );

export function CardPage(props: {
  card: Card;
  files: readonly CardFile[];
  rights: CardRights;
  keys: Keys;
  errors?: readonly FieldError[];
}) {
  const all = useText(text);
  const t = all.card;
  const { card, files, rights, keys } = props;
  const path = `/advice/cards/${card.id}`;
  return (
    <Page
      title={t.title(card.number)}
      breadcrumb={useCardCrumbs()}
      failed={Boolean(props.errors?.length)}
      meta={[<CardStateTag state={card.state} />, card.desk]}
      actions={
        <>
          {rights.change && <ButtonLink href={`${path}/change`}>{t.change}</ButtonLink>}
          <ButtonLink href={`${path}/pdf`} download>
            {t.pdf}
          </ButtonLink>
        </>
      }
      before={
        <>
          {card.month === 'approved' ? (
            <Notice quiet>{t.monthApproved}</Notice>
          ) : card.month === 'handed' ? (
            <Notice quiet>{t.monthHanded}</Notice>
          ) : null}
          {!card.erased && card.month !== 'approved' && (
            <Waits card={card} rights={rights} formKey={keys.ask} />
          )}
          {card.erased && <Notice quiet>{t.erased}</Notice>}
          {card.dispute !== '' && (
            <Notice tone="warning" title={t.dispute}>
              <p class="pre-line">{card.dispute}</p>
            </Notice>
          )}
        </>
      }
    >
      <Panel>
        <SummaryList
          items={[
            {
              term: t.client,
              value: (
                <>
                  <a href={`/advice/clients/${card.clientId}`}>{card.client}</a>, {all.kinds[card.clientKind]}
                </>
              ),
            },
            { term: t.worker, value: card.worker },
            { term: all.list.type, value: [card.type, card.topic].filter(Boolean).join(' · ') },
            {
              term: t.time,
              value: (
                <>
                  <DateText date={card.on} />
                  {card.from && `, ${card.from}–${card.to}`}, <Hours hours={card.hours} />,{' '}
                  {all.channels[card.channel]}
                </>
              ),
            },
            ...(card.question === null
              ? []
              : [
                  {
                    term: t.question,
                    value: <a href={`/advice/desk/questions/${card.questionId}`}>{card.question}</a>,
                  },
                ]),
            ...(card.clientKind === 'entity' ? [{ term: t.value, value: <Value card={card} /> }] : []),
            ...(card.answeredAt && card.answeredHow
              ? [
                  {
                    term: t.confirmation,
                    value: (
                      <>
                        {card.answeredBy}, <TimeText at={card.answeredAt} />, {t.how[card.answeredHow]}
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Panel>
      {card.clientKind === 'person' && <p class="muted">{t.person}</p>}
      <Words title={all.form.problem} words={card.problem} />
      <Words title={all.form.advice} words={card.advice} />
      <Words title={all.form.nextSteps} words={card.nextSteps} />
      <Documents
        card={card}
        files={files}
        adds={rights.documents}
        formKey={keys.document}
        errors={props.errors}
      />
      {rights.ask && <PaperConfirmation card={card} formKey={keys.paper} errors={props.errors} />}
      {rights.reopen && (
        <form method="post" action={`${path}/reopen`} class="no-print">
          <HiddenFields formKey={keys.reopen} />
          <Button>{t.reopen}</Button>
        </form>
      )}
    </Page>
  );
}
