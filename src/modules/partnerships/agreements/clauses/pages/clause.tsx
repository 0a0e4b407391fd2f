import type { Child } from 'hono/jsx';
import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { classWords } from '#modules/organisations/api.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Form, FormActions, HiddenFields } from '#ui/components/form.tsx';
import { Details, Panel, RuledList, SummaryList } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Partnership } from '../../../schema.ts';
import type { Bound } from '../../bounds/schema.ts';
import { AgreementFrame } from '../../pages/frame.tsx';
import type { AgreementView } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { BLANKS, type Blanks, type ChosenClause, type Clause, filled, type Variant } from '../schema.ts';
import { NeedTag } from './section.tsx';

export interface ClausePageProps {
  partnership: Partnership;
  agreement: AgreementView;
  clause: ChosenClause;
  /** What the dictionary says of it; null for an own one. */
  entry: Clause | null;
  variants: readonly Variant[];
  blanks: Blanks;
  /** What the clause permits, and what uses it. */
  bounds: readonly Bound[];
  coordinates: boolean;
  newKey: () => string;
  remarks: Child;
  failed: boolean;
  back?: { values: Readonly<Record<string, unknown>>; errors: readonly FieldError[] };
}

function Variants(props: ClausePageProps & { base: string }) {
  const t = useText(text).clause;
  const { lang } = useView();
  if (props.variants.length === 0) return null;
  return (
    <Panel title={t.variants}>
      <p class="muted">{t.variantHint}</p>
      {props.variants.map((variant) => (
        <Details
          summary={
            <>
              {variant.name} {variant.code === props.clause.variant && <Tag tone="accent">{t.chosen}</Tag>}
            </>
          }
        >
          <p class="pre-line" lang={props.agreement.language}>
            {filled(variant.body, props.blanks)}
          </p>
          <p class="muted">{t.written(variant.source, formatDate(variant.writtenOn, lang))}</p>
          <form method="post" action={`${props.base}/variant`}>
            <HiddenFields formKey={props.newKey()} />
            <input type="hidden" name="variant" value={variant.code} />
            <Button small>
              {t.insert}
              <span class="visually-hidden"> {variant.name}</span>
            </Button>
          </form>
        </Details>
      ))}
    </Panel>
  );
}

function Arrange(props: ClausePageProps & { base: string }) {
  const t = useText(text).clause;
  const button = (action: string, label: string, to?: string) => (
    <form method="post" action={`${props.base}/${action}`}>
      <HiddenFields formKey={props.newKey()} />
      {to && <input type="hidden" name="to" value={to} />}
      <Button variant="secondary" small danger={!to}>
        {label}
      </Button>
    </form>
  );
  return (
    <Panel title={t.arrange} level={3}>
      <div class="form-actions">
        {button('move', t.up, 'up')}
        {button('move', t.down, 'down')}
        {button('leave-out', t.leaveOut)}
      </div>
    </Panel>
  );
}

function BlanksPanel(props: { blanks: Blanks }) {
  const t = useText(text).clause;
  return (
    <Details summary={t.blanks}>
      <p>{t.blanksMore}</p>
      <SummaryList
        items={BLANKS.map((name) => ({
          term: `{${name}}`,
          value: <span class="pre-line">{props.blanks[name] || t.empty}</span>,
        }))}
      />
    </Details>
  );
}

/** The other way of the link: what the clause lets be shared within the ceiling of the version. */
function Permits(props: ClausePageProps & { version: string }) {
  const t = useText(text).ceiling;
  const words = classWords(useView().lang);
  if (props.bounds.length === 0) return null;
  return (
    <Panel title={t.permits}>
      <RuledList
        items={props.bounds.map((b) => (
          <>
            <b>{b.typeName}</b>: {words[b.dataClass as keyof typeof words] ?? b.dataClass}
            {props.agreement.state === 'in_force' && ` (${t.used(String(b.cases ?? t.few))})`}
          </>
        ))}
      />
      <p>
        <a href={`${props.version}/ceiling`}>{t.link}</a>
      </p>
    </Panel>
  );
}

/** One clause: what it is for, its text and wordings for the coordinator, what the members say to it. */
export function ClausePage(props: ClausePageProps) {
  const t = useText(text);
  const { partnership: p, agreement: a, clause, entry, back } = props;
  const version = `/partnerships/${p.id}/agreements/${a.version}`;
  const base = `${version}/clauses/${clause.id}`;
  const edits = props.coordinates && a.state === 'draft';
  return (
    <AgreementFrame
      partnership={p}
      version={a.version}
      trail={edits ? [{ href: `${version}/edit`, label: t.builder.title }] : []}
      title={clause.title}
      meta={[entry ? <NeedTag need={entry.need} /> : <Tag>{t.clause.own}</Tag>]}
      failed={props.failed}
      aside={
        <>
          {entry && (
            <Panel title={t.clause.why}>
              <p>{entry.about}</p>
              <p class="muted">
                {t.clause.source}: {entry.source}
              </p>
            </Panel>
          )}
          <Permits {...props} version={version} />
          {edits && <Variants {...props} base={base} />}
        </>
      }
    >
      <Panel title={edits ? t.clause.filled : t.clause.text}>
        <p class="pre-line" lang={a.language}>
          {clause.text || t.clause.empty}
        </p>
      </Panel>
      {edits && (
        <Panel title={t.clause.edit}>
          <Form
            part="edit"
            action={base}
            formKey={props.newKey()}
            version={clause.rowVersion}
            values={back?.values ?? { title: clause.title, body: clause.body }}
            errors={back?.errors}
          >
            <TextField name="title" label={t.clause.titleField} maxlength={200} />
            <TextArea name="body" label={t.clause.editText} rows={12} />
            <BlanksPanel blanks={props.blanks} />
            <FormActions submit={t.clause.save} cancelHref={`${version}/edit`} />
          </Form>
        </Panel>
      )}
      {props.remarks}
      {edits && <Arrange {...props} base={base} />}
    </AgreementFrame>
  );
}
