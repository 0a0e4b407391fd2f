import { Button } from '#ui/components/buttons.tsx';
import { Checkbox, Select, Suggest } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Details, Panel, RuledList } from '#ui/components/panels.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { text } from '../text.pl.ts';
import { back, type Choices, type PartProps, pathOf } from './parts.tsx';

/** Who answers: the reader or somebody proposed with one button, or anybody of the desk. */
export function AssignForm(props: PartProps & { me: string; choices: Choices }) {
  const t = useText(text);
  const { question } = props.view;
  const { proposals, colleagues } = props.choices;
  const common = {
    action: `${pathOf(props)}/assign`,
    version: question.rowVersion,
    light: true,
  };
  return (
    <Panel title={t.assign}>
      {question.assignedTo !== props.me && (
        <Form {...common} part="take" formKey={props.keys('assign')}>
          <input type="hidden" name="worker" value={props.me} />
          <Button>{t.assignSelf}</Button>
        </Form>
      )}
      {question.assignedTo === null && proposals.length > 0 && (
        <>
          <h3>{t.proposals}</h3>
          <RuledList
            items={proposals.map(({ workerId, name, words }) => (
              <>
                <b>{name}</b>
                <br />
                <span class="muted">{words}</span>
                {workerId !== props.me && (
                  <Form {...common} part={`to-${workerId}`} formKey={props.keys('assign')}>
                    <input type="hidden" name="worker" value={workerId} />
                    <Button small>
                      {t.assignSave}
                      <span class="visually-hidden"> {name}</span>
                    </Button>
                  </Form>
                )}
              </>
            ))}
          />
        </>
      )}
      <Form
        {...common}
        part="assign"
        formKey={props.keys('assign')}
        {...back(props, 'assign', { worker: question.assignedTo ?? '' })}
      >
        <Select
          name="worker"
          label={t.assignOther}
          empty={t.assignNobody}
          options={colleagues.map(({ workerId, name, institution }) => ({
            value: workerId,
            label: `${name} (${institution})`,
          }))}
        />
        <Button>{t.assignSave}</Button>
      </Form>
    </Panel>
  );
}

export function FilingForm(props: PartProps & { choices: Choices }) {
  const t = useText(text);
  const { question } = props.view;
  const { topics, counties, callers } = props.choices;
  return (
    <Details summary={t.filing} open={props.sent?.part === 'filing'} wide>
      <Form
        action={`${pathOf(props)}/filing`}
        part="filing"
        formKey={props.keys('filing')}
        version={question.rowVersion}
        light
        {...back(props, 'filing', {
          subject: question.subject,
          topic: question.topicCode ?? '',
          county: question.countyCode ?? '',
          caller: question.callerCategory ?? '',
          review: question.needsReview ? 'yes' : '',
          urgent: question.urgent ? 'yes' : '',
        })}
      >
        <TextField name="subject" label={t.subject} maxlength={200} />
        <Select name="topic" label={t.topic} empty={t.none} options={topics} optional />
        <Suggest name="county" label={t.county} empty={t.none} options={counties} optional />
        <Select name="caller" label={t.caller} empty={t.none} options={callers} optional />
        <Checkbox name="review" label={t.review} />
        <Checkbox name="urgent" label={t.urgentTick} />
        <FormActions submit={t.save} />
      </Form>
    </Details>
  );
}

/** What is done seldom, each with what it means. */
export function OtherForms(props: PartProps & { choices: Choices }) {
  const t = useText(text);
  const { question } = props.view;
  const path = pathOf(props);
  const version = question.rowVersion;
  const open = props.sent !== undefined && ['move', 'join', 'other'].includes(props.sent.part);
  return (
    <Details summary={t.other} open={open} wide>
      {question.mergedInto === null && (
        <>
          <Form
            action={`${path}/join`}
            part="join"
            formKey={props.keys('join')}
            version={version}
            light
            {...back(props, 'join')}
          >
            <TextField name="number" label={t.joinNumber} hint={t.joinHow} width="m" />
            <Button>{t.joinSave}</Button>
          </Form>
          {props.choices.desks.length > 0 && (
            <Form
              action={`${path}/move`}
              part="move"
              formKey={props.keys('move')}
              version={version}
              light
              {...back(props, 'move')}
            >
              <Select name="desk" label={t.toDesk} hint={t.handOverHow} options={props.choices.desks} />
              <Button>{t.handOver}</Button>
            </Form>
          )}
        </>
      )}
      <Form
        action={`${path}/${question.state === 'closed' ? (question.mergedInto ? 'apart' : 'reopen') : 'close'}`}
        part="other"
        formKey={props.keys('other')}
        version={version}
        light
        {...back(props, 'other')}
      >
        <Button>
          {question.mergedInto
            ? t.takeApart
            : question.state === 'closed'
              ? t.reopen
              : question.answeredAt
                ? t.closeAnswered
                : t.close}
        </Button>
      </Form>
    </Details>
  );
}
