import { type Child, h } from '../dom.ts';
import type { Metric } from '../scores.ts';
import { words } from '../words.ts';
import type { Wanted } from './standing.ts';

const { filter } = words.fleet;

/** What somebody looks for, as the address keeps it, so that it is there again when they come back. */
export const wantedOf = (query: URLSearchParams): Wanted => ({
  text: query.get('find') ?? '',
  darkOnly: query.has('dark'),
  metric: (query.get('metric') as Metric | null) ?? undefined,
});

export const queryOf = ({ text, darkOnly, metric }: Wanted): Record<string, string | undefined> => ({
  find: text,
  dark: darkOnly ? 'only' : undefined,
  metric,
});

/** The controls over the dumbbells; each change is told at once. */
export const controls = (wanted: Wanted, metrics: readonly Metric[], onChange: (wanted: Wanted) => void): Child => {
  let now = wanted;
  const change = (part: Partial<Wanted>): void => {
    now = { ...now, ...part };
    onChange(now);
  };
  const onText = ({ target }: Event) => change({ text: (target as HTMLInputElement).value });
  const onDark = ({ target }: Event) => change({ darkOnly: (target as HTMLInputElement).checked });
  const onMetric = ({ target }: Event) =>
    change({ metric: ((target as HTMLSelectElement).value || undefined) as Metric | undefined });
  return h(
    'form',
    { class: 'fields', submit: (event) => event.preventDefault() },
    h(
      'label',
      { class: 'field grows' },
      filter.name,
      h('input', { type: 'search', name: 'find', value: wanted.text, autocomplete: 'off', input: onText }),
    ),
    metrics.length > 1 &&
      h(
        'label',
        { class: 'field' },
        filter.metric,
        h(
          'select',
          { name: 'metric', change: onMetric },
          h('option', { value: '' }, filter.mostAsked),
          metrics.map((metric) =>
            h('option', { value: metric, selected: metric === wanted.metric }, words.score.metrics[metric]),
          ),
        ),
      ),
    h(
      'label',
      { class: 'field check' },
      h('input', { type: 'checkbox', name: 'dark', checked: wanted.darkOnly, change: onDark }),
      filter.darkOnly,
    ),
  );
};
