import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { type HelpLine, HelpLines } from '#modules/site/api.ts';
import { Button } from '#ui/components/buttons.tsx';
import { type OptionGroup, Select, Suggest } from '#ui/components/choices.tsx';
import { Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { GuestFields } from '#ui/components/guest.tsx';
import { Notice, Panel, RuledList } from '#ui/components/panels.tsx';
import { FileField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type Hours, HoursPanel } from '../../rota/api.ts';
import { ACCEPTED, type Desk } from '../../schema.ts';
import { FILES_MAX, type Suggestion, WORDS_MAX } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}
export interface AskView {
  readonly desks: readonly Desk[];
  /** When somebody is at the telephone or receives people, by desk. */
  readonly hours: ReadonlyMap<string, Hours>;
  readonly topics: readonly OptionGroup[];
  readonly counties: readonly Choice[];
  readonly callers: readonly Choice[];
  readonly lines: readonly HelpLine[];
  /** Working days until the first answer, and months that contact data are kept. */
  readonly days: number;
  readonly months: number;
}

/** For somebody in danger: before everything else on the page. */
export function CrisisNotice(props: { lines: readonly HelpLine[]; sent?: boolean }) {
  const t = useText(text);
  return (
    <Notice tone="danger" title={t.crisisTitle}>
      <p>{props.sent ? t.crisisSent : t.crisis}</p>
      <HelpLines lines={props.lines} />
    </Notice>
  );
}

export function Suggestions(props: { items: readonly Suggestion[] }) {
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
      reader={actor ? undefined : 'public'}
      failed={Boolean(props.errors?.length)}
      before={props.crisis && <CrisisNotice lines={view.lines} />}
      aside={<Beside view={view} crisis={props.crisis === true} />}
    >
      <Form action="/advice" values={props.values} errors={props.errors} upload>
        {suggested && <Suggestions items={suggested} />}
        <input type="hidden" name="looked" value={suggested ? 'yes' : ''} disabled={!suggested} />
        {typeof props.values.desk === 'string' && (
          <input type="hidden" name="desk" value={props.values.desk} />
        )}
        <splot-asked data-found={t.found} data-how={t.foundHow}>
          <TextArea name="words" label={t.words} hint={t.wordsHint} rows={8} max={WORDS_MAX} />
          <div class="asked-help" data-help hidden>
            <CrisisNotice lines={view.lines} />
          </div>
          <div data-items aria-live="polite" />
        </splot-asked>
        <Select name="topic" label={t.topic} empty={t.topicEmpty} options={view.topics} optional />
        <Suggest name="county" label={t.county} empty={t.countyEmpty} options={view.counties} optional />
        <Select name="caller" label={t.caller} empty={t.callerEmpty} options={view.callers} optional />
        <FileField
          name="files"
          label={t.files}
          hint={t.filesHint(FILES_MAX)}
          accept={ACCEPTED}
          multiple
          optional
        />
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

function Beside(props: { view: AskView; crisis: boolean }) {
  const t = useText(text);
  const { lang } = useView();
  const { view } = props;
  const reached = view.desks.filter((desk) => desk.phone !== '' || desk.email !== '');
  return (
    <>
      <Panel title={t.whatHappens}>
        <ul class="prose">
          {[t.stepRead, t.stepTime(view.days), t.stepAnonymous, t.stepArticle].map((step) => (
            <li>{step}</li>
          ))}
        </ul>
      </Panel>
      {!props.crisis && (
        <Panel title={t.helpTitle}>
          <p>{t.help}</p>
          <HelpLines lines={view.lines} />
        </Panel>
      )}
      {reached.length > 0 && (
        <Panel title={t.byPhone}>
          <RuledList
            items={reached.map((desk) => (
              <>
                <b>{(lang === 'en' && desk.nameEn) || desk.namePl}</b>
                {desk.phone && (
                  <>
                    <br />
                    <a class="num" href={`tel:${desk.phone.replaceAll(' ', '')}`}>
                      {desk.phone}
                    </a>
                  </>
                )}
                {desk.email && (
                  <>
                    <br />
                    <a href={`mailto:${desk.email}`}>{desk.email}</a>
                  </>
                )}
                <HoursPanel hours={view.hours.get(desk.id)} />
              </>
            ))}
          />
        </Panel>
      )}
      <Panel>
        <RuledList
          items={[<a href="/advice/answer">{t.haveCode}</a>, <a href="/knowledge">{t.knowledge}</a>]}
        />
      </Panel>
    </>
  );
}

/** The way back to an answer with what stands on paper. */
export function CodePage(props: { values: FormValues; errors?: readonly FieldError[] }) {
  const t = useText(text);
  const { actor } = useView();
  return (
    <Page
      title={t.codeTitle}
      lead={t.codeLead}
      width="text"
      reader={actor ? undefined : 'public'}
      failed={Boolean(props.errors?.length)}
      breadcrumb={[
        { href: '/advice', label: t.title },
        { href: '/advice/answer', label: t.codeTitle },
      ]}
    >
      <Form action="/advice/answer" values={props.values} errors={props.errors} light>
        <TextField name="number" label={t.number} hint={t.numberHint} width="m" />
        <TextField name="code" label={t.code} hint={t.codeHint} width="m" spellcheck={false} />
        <GuestFields />
        <FormActions submit={t.open} cancelHref="/advice" />
      </Form>
    </Page>
  );
}
