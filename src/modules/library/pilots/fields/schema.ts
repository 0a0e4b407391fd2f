import { choice, type FactField, field, rows } from '../../facts/fields/schema.ts';

/** What an editor fills in of a pilot, in the order of its page; the team adds the rest in the log. */
export const PILOT_FIELDS: readonly FactField[] = [
  ...field('line', 'model', 'place.county', 'place.locality'),
  ...field('day', 'start'),
  choice('decision', ['replicate', 'adapt', 'stop']),
  ...field('text', 'agreement'),
  ...field('lines', 'team'),
  rows('milestones', 'month:number', 'what:line', 'planned:day', 'done:day'),
  rows('indicators', 'name:line', 'unit:line', 'target:decimal', 'value:decimal'),
  rows('visits', 'on:day', 'what:line'),
  ...field('lines', 'lessons'),
];
