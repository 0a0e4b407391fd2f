import type { Child } from 'hono/jsx';
import { createContext, useContext } from 'hono/jsx';
import type { FieldError } from '#kernel/errors.ts';
import { message } from '#kernel/messages.ts';
import { useView } from '../view.tsx';
import { fieldId } from './address.ts';

export interface FieldProps {
  name: string;
  label: string;
  hint?: Child;
  /** A code of `messages.ts` or a sentence; by default the error of the form for this name. */
  error?: string;
  /** By default what the form holds under this name. */
  value?: string;
  /** Optional fields are marked, obligatory ones are not. */
  optional?: boolean;
}

export interface FormData {
  /** What was typed (FormValues of the kernel) or the row being edited. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];
  /** The row as it stands now, when somebody saved it while the form was open. */
  readonly now: Readonly<Record<string, unknown>> | undefined;
  /** Tells apart the fields of several forms on one page; part of their ids. */
  readonly part: string;
  /** Filled by the fields as they render, so that the summary above can name them and keep their order. */
  readonly labels: Map<string, string>;
}

const FormContext = createContext<FormData>({
  values: {},
  errors: [],
  now: undefined,
  part: '',
  labels: new Map(),
});

/** Gives the fields inside it their values and errors, so that a page does not pass each of them twice. */
export function FormScope(props: Partial<FormData> & { children?: Child }) {
  const data = {
    values: props.values ?? {},
    errors: props.errors ?? [],
    now: props.now,
    part: props.part ?? '',
    labels: props.labels ?? new Map(),
  };
  return <FormContext.Provider value={data}>{props.children}</FormContext.Provider>;
}

export function useForm(): FormData {
  return useContext(FormContext);
}

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : Array.isArray(value)
      ? asText(value[0])
      : '';

/** 05.03.2026 and 5.03.2026 say the same. */
const alike = (value: string): string => value.trim().replace(/\b0+(?=\d)/g, '');

export interface FieldState {
  readonly id: string;
  readonly value: string;
  /** All values under this name, for checkboxes. */
  readonly list: readonly string[];
  readonly error: string | undefined;
  /** What is saved under this name now, where it is not what the form holds. */
  readonly now: string | undefined;
  readonly nowId: string | undefined;
  readonly hintId: string | undefined;
  readonly errorId: string | undefined;
  readonly describedBy: string | undefined;
  readonly invalid: 'true' | undefined;
}

/** Ids, value and error of one field, from its own props or from the form around it. */
export function useField(props: FieldProps, extraId?: string): FieldState {
  const { lang } = useView();
  const form = useForm();
  const id = fieldId(props.name, form.part);
  if (form.errors.length > 0) form.labels.set(props.name, props.label);
  const held = form.values[props.name];
  const raw = props.error ?? form.errors.find((error) => error.field === props.name)?.message;
  const error = raw && message(lang, raw);
  const hintId = props.hint ? `${id}-hint` : undefined;
  const value = props.value ?? asText(held);
  const saved = form.now && props.name in form.now ? asText(form.now[props.name]) : undefined;
  const now = saved === undefined || alike(saved) === alike(value) ? undefined : saved;
  const nowId = now === undefined ? undefined : `${id}-now`;
  const errorId = error ? `${id}-error` : undefined;
  return {
    id,
    value,
    list: (Array.isArray(held) ? held : held === undefined ? [] : [held]).map(asText),
    error: error || undefined,
    now,
    nowId,
    hintId,
    errorId,
    describedBy: [hintId, nowId, errorId, extraId].filter(Boolean).join(' ') || undefined,
    invalid: error ? 'true' : undefined,
  };
}
