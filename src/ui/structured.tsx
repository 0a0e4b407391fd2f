import { raw } from 'hono/html';

/** JSON for a `<script>` element: nothing in it can end the element or open a comment. */
const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** What a page is about, for search engines, in the words of schema.org. */
export function StructuredData(props: { data: Readonly<Record<string, unknown>> }) {
  const data = { '@context': 'https://schema.org', ...props.data };
  return <script type="application/ld+json">{raw(scriptJson(data))}</script>;
}
