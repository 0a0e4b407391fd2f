import { Form, FormActions } from '#ui/components/form.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { useText } from '#ui/view.tsx';
import type { Right } from '../../data/schema.ts';
import { Basis, ClassWords, MyPage } from '../../pages/parts.tsx';
import { text } from '../../text.pl.ts';
import type { OwnConsent } from '../schema.ts';

/** What will happen, what remains and why; then one button. */
export function WithdrawPage(props: {
  own: OwnConsent;
  same: readonly Right[];
  others: readonly Right[];
  formKey: string;
}) {
  const t = useText(text).withdraw;
  const { consent } = props.own;
  const name = consent.institutionName;
  const others = new Map(props.others.map((r) => [`${r.institutionName}|${r.article}`, r]));
  return (
    <MyPage title={t.title(name)} under="consents">
      <Panel title={t.what}>
        <ul class="prose">
          <li>
            {t.closes(name)} <ClassWords classes={consent.classes} />.
          </li>
          <li>{t.told}</li>
          <li>{t.help}</li>
          <li>{t.sessions}</li>
        </ul>
      </Panel>
      <Panel title={t.remains}>
        <ul class="prose">
          <li>{t.before}</li>
          {props.same.map((r) => (
            <li>
              {t.same(name)} <ClassWords classes={r.classes} />. <Basis article={r.article ?? ''} />
            </li>
          ))}
          {[...others.values()].map((r) => (
            <li>
              {t.others(r.institutionName)} <Basis article={r.article ?? ''} />
            </li>
          ))}
        </ul>
      </Panel>
      <p>{t.final}</p>
      <Form light action={`/my/consents/${consent.id}/withdraw`} formKey={props.formKey}>
        <FormActions submit={t.submit} danger cancelHref="/my/consents" />
      </Form>
    </MyPage>
  );
}
