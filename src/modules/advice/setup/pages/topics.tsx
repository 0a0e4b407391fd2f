import { Checkboxes } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { FormScope } from '#ui/components/form-scope.tsx';
import { useText } from '#ui/view.tsx';
import type { DeskSettings } from '../schema.ts';
import { text } from '../text.pl.ts';
import { SettingsFrame } from './frame.tsx';

export interface TopicOption {
  readonly code: string;
  readonly name: string;
  readonly legal: boolean;
}
/** A topic of the top with all below it. */
export interface Branch {
  readonly code: string;
  readonly name: string;
  readonly topics: readonly TopicOption[];
}

export function TopicsPage(props: {
  desk: DeskSettings;
  branches: readonly Branch[];
  on: readonly string[];
  formKey: string;
}) {
  const t = useText(text);
  const { desk } = props;
  return (
    <SettingsFrame desk={desk} current="topics" title={t.topics} lead={t.topicsLead}>
      <Form action={`/advice/desk/settings/${desk.id}/topics`} formKey={props.formKey}>
        {props.branches.map((branch) => (
          <FormScope part={branch.code} values={{ on: props.on }}>
            <Checkboxes
              name="on"
              label={branch.name}
              options={branch.topics.map(({ code, name, legal }) => ({
                value: code,
                label: name,
                hint: legal ? t.legal : undefined,
              }))}
            />
          </FormScope>
        ))}
        <FormActions submit={t.save} cancelHref={`/advice/desk/settings/${desk.id}`} />
      </Form>
    </SettingsFrame>
  );
}
