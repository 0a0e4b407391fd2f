import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { assets } from './assets.ts';
import { text } from './text.pl.ts';
import { useText, useView } from './view.tsx';

const COLOUR: Record<string, string> = {
  light: '#ffffff',
  dark: '#1e2320',
  high: '#000000',
  auto: '#ffffff',
};
/** Prefetch what the pointer rests on; never links that change a preference, download or leave the session. */
const SPECULATION = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          { not: { selector_matches: '[data-no-prefetch],[download],[rel~=nofollow]' } },
          { not: { href_matches: ['/sign-out', '/preferences*', '/export*', '/files/*', '/assets/*'] } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
});

export function Head(props: { title: string; failed?: boolean; description?: string; head?: Child }) {
  const t = useText(text);
  const view = useView();
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <title>{`${props.failed ? `${t.error} ` : ''}${props.title} · Splot`}</title>
      {props.description && <meta name="description" content={props.description} />}
      <meta name="theme-color" content={COLOUR[view.prefs.contrast] ?? '#ffffff'} />
      {assets.preload.map((href) => (
        <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={assets.css} />
      <link rel="icon" href={assets.icon} type="image/svg+xml" />
      <script src={assets.js} defer nonce={view.cspNonce} />
      <script type="speculationrules" nonce={view.cspNonce}>
        {raw(SPECULATION)}
      </script>
      {props.head}
    </head>
  );
}
