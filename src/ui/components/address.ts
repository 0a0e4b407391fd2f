/** The same address with some query parameters changed; null takes one out. */
export function withQuery(path: string, changes: Readonly<Record<string, string | null>>): string {
  const [base = '', query = ''] = path.split('?', 2);
  const params = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') params.delete(name);
    else params.set(name, value);
  }
  const text = params.toString();
  return text ? `${base}?${text}` : base;
}

/** An id for the input of this name that is safe in an address fragment: `goals[0].due` → `f-goals-0-due`. */
export function fieldId(name: string, part = ''): string {
  return `f-${part && `${part}-`}${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/-$/, '')}`;
}
