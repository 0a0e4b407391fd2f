/** A condition of a policy in words; what has no words yet stands as it is. */
export function inWords(condition: string, table: string): string {
  const text = condition
    .replace(/\s+/g, ' ')
    .replace(/::text(\[\])?/g, '')
    .replaceAll(`${table}.`, '');
  return sentence(text);
}

function sentence(text: string): string {
  const inner = bare(text);
  for (const [word, joint] of [
    [' OR ', ' or '],
    [' AND ', ' and '],
  ] as const) {
    const parts = split(inner, word);
    if (parts.length > 1) {
      const said = [...new Set(parts.map(sentence))].join(joint);
      return word === ' OR ' ? `(${said})` : said;
    }
  }
  const [, negated] = /^NOT (.*)$/.exec(inner) ?? [];
  if (negated) return `not ${sentence(negated)}`;
  const known = PHRASES.find(([pattern]) => pattern.test(inner));
  return known ? known[1](inner) : `\`${inner.replaceAll('|', '\\|')}\``;
}

const grantWords = (text: string): string => {
  const dataClass = /data_class = '(D\d+)'/.exec(text)?.[1] ?? 'the class of the row';
  const purpose = text.includes('purpose()') ? ' for this purpose' : '';
  return `a grant in force ${text.includes('can_write') ? 'to write' : 'for'} ${dataClass}${purpose}`;
};

const PHRASES: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/^true$/, () => 'every row'],
  [/^false$/, () => 'none'],
  [/^EXISTS.*cases\.emergency/, () => 'an emergency of their own that is open'],
  [/^EXISTS.*access_grant/, grantWords],
  [/^EXISTS.*cases\.assignment/, () => 'assigned to the case'],
  [/^EXISTS.*case_lock/, () => 'locked out of the case'],
  [/^EXISTS.*person_id = kernel\.person\(\)/, () => 'a case of the person'],
  [/^EXISTS.*lead_institution_id = kernel\.institution\(\)/, () => 'the own institution leads the case'],
  [/^EXISTS.*shared_case.*state = 'erased'/, () => 'the case is to be erased'],
  [/^EXISTS.*shared_case c WHERE \(c\.id = case_id\)/, () => 'the case is visible'],
  [/^EXISTS.*shared_case c WHERE \(c\.\w*id = id\)/, () => 'a case of theirs is visible'],
  [/^EXISTS.*cases\.plan p.*'draft'/, () => 'the plan is a draft'],
  [/^EXISTS.*cases\.plan p.*'signing'/, () => 'the plan is being signed'],
  [/^EXISTS.*plan_item/, () => 'an item of the plan is the own institution’s'],
  [/^EXISTS.*activity_group/, () => 'a group of the own institution'],
  [/^EXISTS.*list_import.*kernel\.worker\(\)/, () => 'a list of the worker’s own'],
  [/^EXISTS.*cases\.attendance/, () => 'somebody on its list is visible'],
  [/^EXISTS.*cases\.person p.*erased_at/, () => 'the person is to be erased'],
  [
    /^EXISTS.*file_access.*kernel\.institution\(\)|^EXISTS.*_access a.*a\.institution_id/,
    () => 'shared with the own institution',
  ],
  [
    /^EXISTS.*file_access.*kernel\.person\(\)|^EXISTS.*_access a.*a\.person_id/,
    () => 'shared with the person',
  ],
  [
    /^kernel\.scope\(\) @> ARRAY/,
    (text) => {
      const classes = [...text.matchAll(/'(D\d+)'/g)].map(([, c]) => c).join(' and ');
      return `authorised for ${classes || 'the class of the row'}`;
    },
  ],
  [/^kernel\.wide\(\)$/, () => 'overseeing the institution'],
  [/^audience @> ARRAY/, () => 'in the audience of the case'],
  [/^discloses_identity$/, () => 'it tells who the person is'],
  [/^lead_institution_id = kernel\.institution\(\)$/, () => 'the own institution leads'],
  [/may_admit/, () => 'who leads may admit the institution'],
  [/session_institution\(session_id\) = kernel\.institution\(\)/, () => 'a session of the own institution'],
  [/^sender_institution_id = kernel\.institution\(\)$/, () => 'the own institution sent it'],
  [/^recipient_institution_id = kernel\.institution\(\)$/, () => 'the own institution receives it'],
  [/^created_by_institution_id = kernel\.institution\(\)$/, () => 'the own institution made it'],
  [/^granted_by = kernel\.institution\(\)$/, () => 'given by the own institution'],
  [/^(owner_)?institution(_id)? = kernel\.institution\(\)$/, () => 'of the own institution'],
  [/^\w*worker\w* = kernel\.worker\(\)$|^invited_by = kernel\.worker\(\)$/, () => 'the worker’s own'],
  [/^\w+ = kernel\.(person|T)\(\)$/, () => 'the person’s own'],
  [/^(account_id|uploaded_by) = kernel\.account\(\)$/, () => 'the own account’s'],
  [/current_setting\('app\.purpose'\) = 'P8'/, () => 'for audit (P8)'],
  [
    /^\(?\w+ <? ?\(?kernel\.instant\(\) - '(.*)'::interval/,
    (text) => `older than ${/'(.*)'::interval/.exec(text)?.[1]}`,
  ],
  [/^(\w+) = '(\w+)'$/, (text) => text.replace(/^(\w+) = '(\w+)'$/, '$1 is $2')],
  [/^(\w+) <> '(\w+)'$/, (text) => text.replace(/^(\w+) <> '(\w+)'$/, '$1 is not $2')],
  [
    /^\w+ (=|<>) (ANY|ALL) \(ARRAY\[/,
    (text) =>
      `${/^\w+/.exec(text)?.[0]} is ${text.includes('<> ALL') ? 'none' : 'one'} of ${[...text.matchAll(/'(\w+)'/g)].map(([, v]) => v).join(', ')}`,
  ],
  [/^(\w+) IS NULL$/, (text) => text.replace(' IS NULL', ' is not set')],
  [/^(\w+) IS NOT NULL$/, (text) => text.replace(' IS NOT NULL', ' is set')],
];

/** Without the parentheses that go around the whole. */
function bare(text: string): string {
  let inner = text.trim();
  while (inner.startsWith('(') && closing(inner, 0) === inner.length - 1) inner = inner.slice(1, -1).trim();
  return inner;
}

function closing(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')' && --depth === 0) return i;
  }
  return -1;
}

/** The parts between a word that stands outside of every parenthesis. */
function split(text: string, word: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')') depth--;
    if (depth === 0 && text.startsWith(word, i)) {
      parts.push(text.slice(start, i));
      start = i + word.length;
    }
  }
  return [...parts, text.slice(start)];
}
