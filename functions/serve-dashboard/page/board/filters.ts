import { h } from '../dom.ts';
import { placeName, UNATTRIBUTED } from '../place.ts';
import type { App } from '../screen.ts';
import { words } from '../words.ts';
import { ALL_TEAMS, kinds, linkToView, ownTeam, priorities, type View } from './view.ts';

/** Places offered: five pages of them. A fleet of more is entered by its own screen, which links here. */
const MOST_PAGES = 5;

type Option = readonly [value: string, name: string];

const choice = (
  id: string,
  label: string,
  options: readonly Option[],
  chosen: string,
  choose: (value: string) => void,
) => {
  const select = h(
    'select',
    { id, change: () => choose(select.value) },
    options.map(([value, name]) => h('option', { value, selected: value === chosen }, name)),
  );
  return { select, field: h('label', { class: 'field' }, label, select) };
};

const placeValue = ({
  touchpoint = '',
  location,
}: {
  touchpoint?: string | undefined;
  location?: string | undefined;
}): string => touchpoint && JSON.stringify([touchpoint, location ?? null]);

const placeOf = (value: string): Pick<View, 'touchpoint' | 'location'> => {
  if (!value) return { touchpoint: undefined, location: undefined };
  const [touchpoint, location] = JSON.parse(value) as [string, string | null];
  return { touchpoint, location: location ?? undefined };
};

const readPlaces = async ({ api, signal }: App): Promise<Option[]> => {
  const places: Option[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = { limit: 100, ...(cursor && { cursor }) };
    const { touchpoints, next } = await api.call('touchpoints', { query, signal });
    for (const { touchpoint, location } of touchpoints) {
      const place = { touchpoint, ...(location !== UNATTRIBUTED && { location }) };
      if (touchpoint !== UNATTRIBUTED) places.push([placeValue(place), placeName(place)]);
    }
    cursor = next;
    if (!cursor) break;
  }
  return places.sort(([, a], [, b]) => a.localeCompare(b, words.language));
};

/** What is shown, as a form; each choice is an address of its own. */
export const filters = (app: App, view: View): { element: HTMLElement; fill(): Promise<void> } => {
  const { filter } = words.board;
  const own = ownTeam(app.me);
  const show = (changed: Partial<View>): void => app.go(linkToView({ ...view, ...changed }, app.me));
  const named = (team: string): Option => [team, team === own ? filter.ownTeam(team) : team];
  const teams = [...new Set([...(own ? [own] : []), ...app.me.teams, ...(view.team ? [view.team] : [])])];
  const team = choice(
    'filter-team',
    filter.team,
    [[ALL_TEAMS, filter.allTeams], ...teams.map(named)],
    view.team ?? ALL_TEAMS,
    (value) => show({ team: value === ALL_TEAMS ? undefined : value }),
  );
  const priority = choice(
    'filter-priority',
    filter.priority,
    [['', filter.allPriorities], ...priorities.map((name): Option => [name, name])],
    view.priority ?? '',
    (value) => show({ priority: priorities.find((name) => name === value) }),
  );
  const kind = choice(
    'filter-kind',
    filter.kind,
    [['', filter.allKinds], ...kinds.map((name): Option => [name, words.action.kind[name]])],
    view.kind ?? '',
    (value) => show({ kind: kinds.find((name) => name === value) }),
  );
  const here: Option[] = view.touchpoint ? [[placeValue(view), placeName(view)]] : [];
  const place = choice('filter-place', filter.place, [['', filter.everywhere], ...here], placeValue(view), (value) =>
    show(placeOf(value)),
  );
  const overdue = h('input', {
    id: 'filter-overdue',
    type: 'checkbox',
    checked: view.overdue,
    change: () => show({ overdue: overdue.checked }),
  });
  const isNarrowed = view.team !== own || view.priority || view.kind || view.touchpoint || view.overdue;
  const all: View = { tab: view.tab, team: own, overdue: false };
  return {
    element: h(
      'form',
      { class: 'fields unprinted', 'aria-label': filter.name, submit: (event) => event.preventDefault() },
      team.field,
      priority.field,
      kind.field,
      place.field,
      view.tab !== 'over' && h('label', { class: 'field check' }, overdue, filter.overdue),
      isNarrowed && h('a', { class: 'clear', id: 'filter-clear', href: linkToView(all, app.me) }, filter.clear),
    ),
    fill: async () => {
      const known = placeValue(view);
      for (const [value, name] of await readPlaces(app)) {
        if (value !== known) place.select.append(h('option', { value }, name));
      }
    },
  };
};
