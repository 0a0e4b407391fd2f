/** Types a form of a page as somebody in a hurry would: what stands there, else the first choice, else something. */

export interface SeenForm {
  readonly action: string;
  readonly body: URLSearchParams;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const plain = (html: string) => html.replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all);
const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : plain(found);
};
const has = (tag: string, name: string) => new RegExp(`\\s${name}(?=[\\s=>/])`).test(tag);
/** A day where a day is asked, a number where one is: whether the words make sense is not the question. */
const something = (name: string, day: string) =>
  /(_on|_to|_from|^from|until.*|date)$/.test(name) ? day : '1';

function typed(form: string, day: string): URLSearchParams {
  const values = new Map<string, string[]>();
  const add = (name: string, value: string) => values.set(name, [...(values.get(name) ?? []), value]);
  const groups = new Map<string, string>();
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const value = attribute(tag, 'value') ?? '';
    const type = attribute(tag, 'type') ?? 'text';
    if (!name || has(tag, 'disabled')) continue;
    if (type === 'radio' || type === 'checkbox') {
      if (!groups.has(name)) groups.set(name, value);
      if (has(tag, 'checked')) add(name, value);
    } else add(name, type === 'hidden' || value !== '' ? value : something(name, day));
  }
  for (const [name, first] of groups) if (!values.has(name)) add(name, first);
  for (const [, tag = '', options = ''] of form.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
    const all = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
    const chosen = all.find((o) => has(o, 'selected')) ?? all.find((o) => attribute(o, 'value') !== '');
    const name = attribute(tag, 'name');
    if (name && chosen) add(name, attribute(chosen, 'value') ?? '');
  }
  for (const [, tag = '', text = ''] of form.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(tag, 'name');
    if (name) add(name, plain(text).trim() || something(name, day));
  }
  return new URLSearchParams([...values].flatMap(([name, list]) => list.map((value) => [name, value])));
}

/** The forms of a page that change something, typed; `day` is written where a date is asked. */
export const formsOf = (html: string, day: string): SeenForm[] =>
  [...html.matchAll(/<form\b[^>]*\smethod="post"[^>]*>[\s\S]*?<\/form>/g)].flatMap(([form]) => {
    const action = attribute(form.slice(0, form.indexOf('>') + 1), 'action');
    return action ? [{ action, body: typed(form, day) }] : [];
  });
