import type { FieldError } from '#kernel/errors.ts';
import { Radios } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { GuestFields } from '#ui/components/guest.tsx';
import { Notice, Panel, SummaryList } from '#ui/components/panels.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { Hours } from '../../pages/table.tsx';
import { text as words } from '../../text.pl.ts';
import type { LinkedCard } from '../schema.ts';
import { text } from '../text.pl.ts';

/** The card behind a secret link. The form has no key: a stored answer would keep the path, and the secret in it. */
export function ConfirmCardPage(props: {
  card: LinkedCard;
  token: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const w = useText(words);
  const { card } = props;
  const parts = [
    [w.form.problem, card.problem],
    [w.form.advice, card.advice],
    [w.form.nextSteps, card.nextSteps],
  ] as const;
  return (
    <Page
      title={t.title(card.number)}
      reader="public"
      width="text"
      failed={Boolean(props.errors?.length)}
      lead={card.state === 'waiting' ? t.lead : undefined}
      meta={[card.desk]}
      before={
        card.state === 'confirmed' ? (
          <Notice tone="success">{t.thanksConfirmed(card.answeredBy)}</Notice>
        ) : (
          card.state === 'disputed' && <Notice>{t.thanksDisputed}</Notice>
        )
      }
    >
      <Panel>
        <SummaryList
          items={[
            { term: t.client, value: card.client },
            { term: t.adviser, value: card.adviser },
            { term: t.type, value: card.type },
            {
              term: t.time,
              value: (
                <>
                  <DateText date={card.on} />
                  {card.from && `, ${card.from}–${card.to}`}, <Hours hours={card.hours} />,{' '}
                  {w.channels[card.channel]}
                </>
              ),
            },
          ]}
        />
      </Panel>
      {parts.map(
        ([title, said]) =>
          said !== '' && (
            <Panel title={title} long>
              <p class="pre-line">{said}</p>
            </Panel>
          ),
      )}
      {card.state === 'waiting' && (
        <Panel title={t.answer}>
          <Form light action={`/advice/card/${props.token}`} values={props.values} errors={props.errors}>
            <Radios
              name="agrees"
              label={t.agrees}
              options={[
                { value: 'yes', label: t.yes },
                { value: 'no', label: t.no },
              ]}
            />
            <TextArea name="words" label={t.words} hint={t.wordsHint} optional rows={4} max={4000} />
            <TextField name="who" label={t.who} autocomplete="name" maxlength={200} />
            <GuestFields />
            <FormActions submit={t.send} />
          </Form>
        </Panel>
      )}
      {card.contact.length > 0 && <p>{t.contact(card.desk, card.contact.join(', '))}</p>}
    </Page>
  );
}
