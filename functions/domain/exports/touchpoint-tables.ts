import type { Column } from '../outputs/columns.ts';
import type { ExportedTouchpoint } from './exported.ts';

type Place = Pick<ExportedTouchpoint, 'touchpoint' | 'location'>;

const place: readonly Column<Place>[] = [
  { name: 'touchpoint', meaning: 'step of the journey', of: ({ touchpoint }) => touchpoint },
  { name: 'location', meaning: '`unattributed` where nobody told one', of: ({ location }) => location },
];
const placeOf = ({ touchpoint, location }: Place): Place => ({ touchpoint, location });

type Why = NonNullable<ExportedTouchpoint['why']>;
type Coverage = NonNullable<ExportedTouchpoint['coverage']>;

interface ThemeRow extends Place {
  reason: 'theme' | 'cause';
  name: string;
  of: Why['byCause'][number] & { effect?: Why['byTheme'][number]['effect'] };
}

/** What the complaints at a touchpoint are about, a row for each theme and each root cause. */
export const reasonRows = (touchpoint: ExportedTouchpoint): ThemeRow[] => [
  ...(touchpoint.why?.byTheme ?? []).map(
    ({ theme, ...of }): ThemeRow => ({
      ...placeOf(touchpoint),
      reason: 'theme',
      name: theme,
      of: of as ThemeRow['of'],
    }),
  ),
  ...(touchpoint.why?.byCause ?? []).map(
    (of): ThemeRow => ({ ...placeOf(touchpoint), reason: 'cause', name: of.cause, of }),
  ),
];

export const reasonColumns: readonly Column<ThemeRow>[] = [
  ...place,
  { name: 'reason', meaning: '`theme` or `cause`', of: ({ reason }) => reason },
  { name: 'name', meaning: 'id of themes.json, or a root cause', of: ({ name }) => name },
  { name: 'complaints', meaning: 'that are about it', of: ({ of }) => of.complaints },
  { name: 'share', meaning: 'of the complaints here, 0 to 1', of: ({ of }) => of.share },
  { name: 'elsewhere', meaning: 'of the complaints of all other touchpoints, 0 to 1', of: ({ of }) => of.elsewhere },
  {
    name: 'effect_points',
    meaning: 'of a theme: net of the scores whose words speak of it, less that of the others; an association',
    of: ({ of }) => of.effect?.points,
  },
  { name: 'effect_low', meaning: 'lower end of its 90 % interval', of: ({ of }) => of.effect?.low },
  { name: 'effect_high', meaning: 'upper end of its 90 % interval', of: ({ of }) => of.effect?.high },
];

interface WeekRow extends Place {
  from: string;
  theme: string;
  complaints: number;
}

/** Complaints about each theme, week by week of the window. */
export const weekRows = (touchpoint: ExportedTouchpoint): WeekRow[] =>
  (touchpoint.why?.weeks ?? []).flatMap(({ from, themes }) =>
    Object.entries(themes).map(([theme, complaints]) => ({ ...placeOf(touchpoint), from, theme, complaints })),
  );

export const weekColumns: readonly Column<WeekRow>[] = [
  ...place,
  { name: 'week', meaning: 'its first UTC day', of: ({ from }) => from },
  { name: 'theme', meaning: 'id of themes.json', of: ({ theme }) => theme },
  {
    name: 'complaints',
    meaning: 'that are about it; one about two counts for both',
    of: ({ complaints }) => complaints,
  },
];

interface GroupRow extends Place {
  kind: 'language' | 'channel' | 'segment';
  group: Coverage['byLanguage'][number];
}

/** Who is heard at a touchpoint and who is not, a row for each language, channel and segment. */
export const groupRows = (touchpoint: ExportedTouchpoint): GroupRow[] => {
  const rows = (kind: GroupRow['kind'], groups: Coverage['byLanguage'] = []) =>
    groups.map((group) => ({ ...placeOf(touchpoint), kind, group }));
  const { byLanguage, byChannel, bySegment } = touchpoint.coverage ?? {};
  return [...rows('language', byLanguage), ...rows('channel', byChannel), ...rows('segment', bySegment)];
};

export const groupColumns: readonly Column<GroupRow>[] = [
  ...place,
  { name: 'kind', meaning: '`language`, `channel` or `segment`', of: ({ kind }) => kind },
  { name: 'name', meaning: 'of the group; `other` for those beyond the first twelve', of: ({ group }) => group.name },
  { name: 'invited', meaning: 'asked, or held back from being asked', of: ({ group }) => group.invited },
  { name: 'answers', meaning: 'of the invited, those who answered with a score', of: ({ group }) => group.answers },
  {
    name: 'response_rate',
    meaning: '`answers` / `invited`; empty where few were',
    of: ({ group }) => group.responseRate,
  },
  { name: 'worded', meaning: 'feedbacks with words of a customer', of: ({ group }) => group.worded },
  { name: 'unscored', meaning: 'of these, those that no sentiment is known of', of: ({ group }) => group.unscored },
];
