import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import type { HelpLine } from '#modules/site/api.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Checkbox, Select, Suggest } from '#ui/components/choices.tsx';
import { Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { GuestFields } from '#ui/components/guest.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { AskedFiles, CrisisNotice } from '../../pages/parts.tsx';
import { WORDS_MAX } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { Suggestion } from '../schema.ts';
import { type AskView, Beside } from './beside.tsx';

function Suggestions(props: { items: readonly Suggestion[] }) {
  const t = useText(text);
  return (
    <Panel title={t.found} tone="tinted">
      {props.items.length === 0 ? (
        <p>{t.foundNone}</p>
      ) : (
        <>
          <p>{t.foundHow}</p>
          <RuledList
            items={props.items.map((item) => (
              <>
                <a href={item.href} target="_blank" rel="noopener">
                  {item.title}
                </a>
                <p class="muted">{item.lead}</p>
              </>
            ))}
          />
        </>
      )}
    </Panel>
  );
}

/**
 * On a phone the panel with the telephones stands below the form, and the notice below the words that called for it: then
 * this line stays in sight while somebody writes.
 */
function CallNow(props: { lines: readonly HelpLine[] }) {
  const t = useText(text);
  return (
    <p class="asked-now" data-color="danger">
      {t.helpTitle}:{' '}
      {props.lines.map(({ number }, index) => (
        <>
          {index > 0 && ', '}
          <a class="num nowrap" href={`tel:${number.replaceAll(' ', '')}`}>
            {number}
          </a>
        </>
      ))}
    </p>
  );
}

/** The question in one's own words; all else may stay empty. */
export function AskPage(props: {
  view: AskView;
  values: FormValues;
  errors?: readonly FieldError[];
  /** What may answer it already; null while nobody looked. */
  suggested: readonly Suggestion[] | null;
  crisis?: boolean;
}) {
  const t = useText(text);
  const { actor } = useView();
  const { view, suggested } = props;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      description={t.lead}
      failed={Boolean(props.errors?.length)}
      before={props.crisis && <CrisisNotice lines={view.lines} />}
      aside={<Beside view={view} crisis={props.crisis === true} />}
    >
      <Form action="/advice" values={props.values} errors={props.errors} upload>
        {suggested && <Suggestions items={suggested} />}
        <input type="hidden" name="once" value={view.once} />
        <input type="hidden" name="looked" value={suggested ? 'yes' : ''} disabled={!suggested} />
        {typeof props.values.desk === 'string' && (
          <input type="hidden" name="desk" value={props.values.desk} />
        )}
        <splot-asked data-found={t.found} data-how={t.foundHow} data-count={t.foundTold}>
          {!props.crisis && <CallNow lines={view.lines} />}
          <TextArea name="words" label={t.words} hint={t.wordsHint} rows={8} max={WORDS_MAX} />
          <div class="asked-help" data-help hidden>
            <CrisisNotice lines={view.lines} />
          </div>
          <p class="visually-hidden" role="status" data-told />
          <div data-items />
        </splot-asked>
        <Select name="topic" label={t.topic} empty={t.topicEmpty} options={view.topics} optional />
        <Suggest name="county" label={t.county} empty={t.countyEmpty} options={view.counties} optional />
        <Select name="caller" label={t.caller} empty={t.callerEmpty} options={view.callers} optional />
        <AskedFiles lost={props.values.files} />
        <Fieldset legend={t.contact} hint={t.contactHint}>
          <TextField name="name" label={t.name} autocomplete="nickname" maxlength={120} optional />
          <TextField
            name="email"
            label={t.email}
            hint={t.emailHint}
            type="email"
            autocomplete="email"
            optional
          />
          {actor && <Checkbox name="unlinked" label={t.unlinked} hint={t.unlinkedHint} />}
        </Fieldset>
        <p class="muted">{t.privacy(view.months)}</p>
        <GuestFields />
        <FormActions submit={t.send}>
          <Button formaction="/advice/suggest">{t.look}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
