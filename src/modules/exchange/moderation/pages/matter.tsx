import type { FieldError } from '#kernel/errors.ts';
import { Radios, Select } from '#ui/components/choices.tsx';
import { Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { TimeText } from '#ui/components/format.tsx';
import { Details, Notice as NoticeBox, Panel, SummaryList } from '#ui/components/panels.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { CommentItem } from '../../pages/comment.tsx';
import { Words } from '../../pages/words.tsx';
import { REASONS } from '../../schema.ts';
import { text as common } from '../../text.pl.ts';
import { appellantOf, type Decision, type Matter } from '../schema.ts';
import { text } from '../text.pl.ts';

interface Sent {
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

/** On what a comment is hidden or removed; its author is told. */
function Grounds() {
  const t = useText(text);
  const c = useText(common);
  return (
    <>
      <Radios
        name="ground"
        label={t.ground}
        options={(['rules', 'law'] as const).map((value) => ({ value, label: t.grounds[value] }))}
      />
      <Select
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        options={REASONS.map((value) => ({ value, label: c.reasons[value] }))}
        width="l"
      />
    </>
  );
}

function DecideForm(props: Sent & { matter: Matter }) {
  const t = useText(text);
  const { comment, outcomes } = props.matter;
  return (
    <Form
      action={`/moderation/comments/${comment.id}/decide`}
      version={comment.rowVersion}
      values={props.values}
      errors={props.errors}
    >
      <Radios
        name="outcome"
        label={t.outcome}
        options={outcomes.map((value) => ({ value, label: t.outcomes[value] }))}
      />
      <Fieldset legend={t.against}>
        <Grounds />
        <TextArea name="statement" label={t.statement} hint={t.statementHint} rows={4} max={3000} />
      </Fieldset>
      <FormActions submit={t.submit} cancelHref="/moderation/comments" />
    </Form>
  );
}

function JudgeForm(props: Sent & { matter: Matter }) {
  const t = useText(text);
  const { by } = props.matter;
  return (
    <Form
      action={`/moderation/comments/${props.matter.comment.id}/judge`}
      values={props.values}
      errors={props.errors}
    >
      <Radios
        name="outcome"
        label={t.judgeOutcome}
        options={(['upheld', 'reversed'] as const).map((value) => ({
          value,
          label: t.judgeOutcomes[by][value],
        }))}
      />
      {by === 'notifier' && (
        <Fieldset legend={t.againstOnAppeal}>
          <Grounds />
        </Fieldset>
      )}
      <TextArea name="answer" label={t.answer} hint={t.answerHint[by]} rows={4} max={3000} />
      <FormActions submit={t.judgeSubmit} cancelHref="/moderation/comments" />
    </Form>
  );
}

function DecisionFacts(props: { decision: Decision }) {
  const t = useText(text);
  const c = useText(common);
  const { decision } = props;
  return (
    <li>
      <b>{t.done[decision.outcome]}</b>, <TimeText at={decision.madeAt} />
      {decision.reason && `: ${c.reasons[decision.reason]}`}
      {decision.statement && <p>{decision.statement}</p>}
      {decision.appeal && (
        <p>
          {t.appealTitle[appellantOf(decision)]}: {decision.appeal.body}
          {decision.appeal.outcome && ` – ${t.judgeOutcomes[appellantOf(decision)][decision.appeal.outcome]}`}
        </p>
      )}
    </li>
  );
}

/** One comment with everything said about it, and the decision. */
export function MatterPage(props: Sent & { matter: Matter }) {
  const t = useText(text);
  const c = useText(common);
  const { matter } = props;
  const { comment, subject, notices, versions, decisions, open } = matter;
  const former = versions.slice(1);
  return (
    <Page
      title={t.matterTitle}
      failed={(props.errors ?? []).length > 0}
      breadcrumb={[
        { href: '/moderation/comments', label: t.queueTitle },
        { href: `/moderation/comments/${comment.id}`, label: t.matterTitle },
      ]}
      aside={
        <Panel title={t.decisions}>
          {decisions.length === 0 ? (
            <p>–</p>
          ) : (
            <ul class="ruled">
              {decisions.map((decision) => (
                <DecisionFacts decision={decision} />
              ))}
            </ul>
          )}
        </Panel>
      }
    >
      <SummaryList
        items={[
          { term: t.page, value: subject ? <a href={subject.path}>{subject.title}</a> : t.gonePage },
          { term: t.state, value: c.states[comment.state] },
        ]}
      />
      <div class="comments">
        <CommentItem comment={comment} level={2} />
      </div>
      {former.length > 0 && (
        <Details summary={t.versions}>
          {former.map((version) => (
            <section>
              <p class="muted">
                <TimeText at={version.writtenAt} />
              </p>
              {version.title && <p>{version.title}</p>}
              <Words body={version.body} />
            </section>
          ))}
        </Details>
      )}
      {notices.length > 0 && (
        <Panel title={t.notices}>
          <ul class="ruled">
            {notices.map((notice) => (
              <li>
                <b>{c.reasons[notice.reason]}</b>, <TimeText at={notice.madeAt} />
                {notice.closed && ` (${t.closed})`}
                <Words body={notice.explanation} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {matter.own && (
        <NoticeBox>
          <p>{t.ownComment}</p>
        </NoticeBox>
      )}
      {open && (
        <Panel title={t.appealTitle[matter.by]} tone="next">
          <Words body={open.body} />
          {matter.mayJudge ? (
            <JudgeForm matter={matter} values={props.values} errors={props.errors} />
          ) : (
            <p>{t.otherJudges}</p>
          )}
        </Panel>
      )}
      {open === null && matter.outcomes.length > 0 && (
        <Panel title={t.decideTitle}>
          <DecideForm matter={matter} values={props.values} errors={props.errors} />
        </Panel>
      )}
    </Page>
  );
}
