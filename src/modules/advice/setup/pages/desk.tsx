import type { FieldError } from '#kernel/errors.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Checkbox, Checkboxes } from '#ui/components/choices.tsx';
import { Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { EmptyState, RuledList } from '#ui/components/panels.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { DeskFrame, useDeskCrumb } from '../../pages/frame.tsx';
import type { DeskSettings } from '../schema.ts';
import { text } from '../text.pl.ts';
import { SettingsFrame } from './frame.tsx';

export interface Area {
  readonly voivodeships: readonly { readonly code: string; readonly name: string }[];
  /** The counties offered by name: of the own voivodeship, and those chosen elsewhere. */
  readonly counties: readonly { readonly code: string; readonly name: string }[];
}
interface Sent {
  readonly formKey: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
  readonly now?: Readonly<Record<string, unknown>>;
}

/** Whole voivodeships, and counties of the own one by name. */
export function AreaFields({ area }: { area: Area }) {
  const t = useText(text);
  const options = (units: Area['counties']) => units.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Fieldset legend={t.area} hint={t.areaHint}>
      <Checkboxes name="counties" label={t.counties} options={options(area.counties)} optional />
      <Checkboxes name="regions" label={t.regions} options={options(area.voivodeships)} optional />
    </Fieldset>
  );
}

export function DesksPage(props: { desks: readonly DeskSettings[]; mayOpen: boolean }) {
  const t = useText(text);
  const { lang } = useView();
  const open = (
    <ButtonLink href="/advice/desk/settings/new" variant="primary">
      {t.open}
    </ButtonLink>
  );
  return (
    <DeskFrame
      current="settings"
      title={t.title}
      lead={t.listLead}
      breadcrumb={useDeskCrumb()}
      actions={props.mayOpen && props.desks.length > 0 ? open : undefined}
    >
      {props.desks.length === 0 ? (
        <EmptyState title={t.none} action={props.mayOpen ? open : undefined}>
          {t.noneMore}
        </EmptyState>
      ) : (
        <RuledList
          items={props.desks.map((desk) => (
            <>
              <a href={`/advice/desk/settings/${desk.id}`}>
                {lang === 'en' && desk.nameEn !== '' ? desk.nameEn : desk.namePl}
              </a>
              <br />
              {desk.institutionName}
            </>
          ))}
        />
      )}
    </DeskFrame>
  );
}

function DeskForm(props: Sent & { action: string; cancelHref: string; version?: number; area: Area }) {
  const t = useText(text);
  return (
    <Form
      action={props.action}
      formKey={props.formKey}
      version={props.version}
      values={props.values}
      errors={props.errors}
      now={props.now}
    >
      <Fieldset legend={t.names}>
        <TextField name="namePl" label={t.namePl} maxlength={200} />
        <TextField name="nameEn" label={t.nameEn} maxlength={200} optional />
        <TextArea name="leadPl" label={t.leadPl} rows={3} max={1000} optional />
        <TextArea name="leadEn" label={t.leadEn} rows={3} max={1000} optional />
      </Fieldset>
      <Fieldset legend={t.contact}>
        <TextField name="email" label={t.email} type="email" width="m" maxlength={254} optional />
        <TextField name="phone" label={t.phone} type="tel" width="s" maxlength={40} optional />
      </Fieldset>
      <AreaFields area={props.area} />
      <Fieldset legend={t.work}>
        <Checkbox name="open" label={t.isOpen} />
        <Checkbox name="itself" label={t.assignsItself} hint={t.assignsHint} />
      </Fieldset>
      <FormActions submit={t.save} cancelHref={props.cancelHref} />
    </Form>
  );
}

export function NewDeskPage(props: Sent & { area: Area }) {
  const t = useText(text);
  return (
    <Page
      title={t.newTitle}
      width="text"
      failed={(props.errors ?? []).length > 0}
      breadcrumb={[...useDeskCrumb(), { href: '/advice/desk/settings', label: t.title }]}
    >
      <DeskForm {...props} action="/advice/desk/settings/new" cancelHref="/advice/desk/settings" />
    </Page>
  );
}

export function DeskPage(props: Sent & { desk: DeskSettings; area: Area }) {
  const t = useText(text);
  const { desk } = props;
  return (
    <SettingsFrame
      desk={desk}
      current="desk"
      width="text"
      failed={(props.errors ?? []).length > 0}
      lead={
        <>
          {desk.institutionName} · <a href={`/advice/desk/rota?desk=${desk.id}`}>{t.rota}</a> ·{' '}
          <a href={`/advice/desk/reports?desk=${desk.id}`}>{t.reports}</a>
        </>
      }
    >
      <DeskForm
        {...props}
        action={`/advice/desk/settings/${desk.id}`}
        version={desk.rowVersion}
        cancelHref="/advice/desk/settings"
      />
    </SettingsFrame>
  );
}
