export interface ModuleNames {
  /** The folder and the address: `advice-desk`. */
  readonly folder: string;
  /** The database schema: `advice_desk`. */
  readonly schema: string;
  /** Before `Page` in the names of views: `AdviceDesk`. */
  readonly view: string;
}

/** @throws Error when the name is not small letters, figures and single hyphens, or a word that PostgreSQL keeps for itself */
export function namesOf(name: string): ModuleNames {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new Error(`„${name}” is no name of a module: small letters and hyphens, like advice-desk`);
  if (RESERVED.includes(name)) throw new Error(`„${name}” means something else already; choose another name`);
  const parts = name.split('-');
  return {
    folder: name,
    schema: parts.join('_'),
    view: parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(''),
  };
}

const RESERVED = [
  'kernel',
  'audit',
  'auth',
  'public',
  'user',
  'order',
  'group',
  'table',
  'select',
  'default',
  'test',
];
