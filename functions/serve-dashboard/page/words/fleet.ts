/** Of the first page. Figures that count stand between asterisks. */
export const fleetWords = {
  title: 'Touchpoints',
  situation: {
    nothing:
      'Nothing was summed up yet. A look at all touchpoints is taken once a day, and the first comes with the first feedback.',
    untold: (touchpoints: string) =>
      `Too few answered to say what silence hides, at any of *${touchpoints}* touchpoints.`,
    untoldDark: (corners: string) => `Dark corners still open: *${corners}*.`,
    scores: (surveyed: string, corrected: string) =>
      `Surveys say *${surveyed}*. Had everybody answered, it would be about *${corrected}*`,
    corners: (n: number, told: string, perMonth: string, shown: string) =>
      `: *${told}* dark ${n === 1 ? 'corner hides' : 'corners hide'} what about *${perMonth}* customers a month go through, and surveys show *${shown}* of them.`,
    cornersUntold: (n: number, told: string) =>
      `: *${told}* dark ${n === 1 ? 'corner hides' : 'corners hide'} more than chance explains.`,
    none: '. No dark corner stands out from chance, which is no proof that there is none.',
    restsOn: (metric: string, compared: string, touchpoints: string) =>
      `${metric} at the ${compared} of ${touchpoints} touchpoints where it could be corrected. The others are listed, not judged.`,
  },
  filter: {
    name: 'Find a touchpoint or location',
    metric: 'Score',
    mostAsked: 'asked most',
    darkOnly: 'Dark corners only',
    shown: (shown: string, all: string) => (shown === all ? `${all} touchpoints` : `${shown} of ${all} touchpoints`),
    reading: (read: string) => `${read} touchpoints read, more to come …`,
    broken: (read: string) =>
      `${read} touchpoints were read; the others could not be, and are asked for again in a while.`,
    cut: (most: string) => `The first ${most} touchpoints are shown; the export has all.`,
    none: 'No touchpoint is called so, or fits what is chosen.',
    more: (n: string) => `Show ${n} more`,
  },
  table: {
    caption: 'Both scores of each touchpoint, what silence hides most first',
    touchpoint: 'Touchpoint',
    axis: 'Net score',
    surveyed: 'Surveyed',
    corrected: 'Corrected',
    hidden: 'Hidden',
    darkCorner: 'dark corner',
    noScore: (answered: string, missing: string) => `${answered}: ${missing}`,
    wasHidden: 'when last found',
  },
  legend: {
    surveyed: 'surveyed: the net score of those who answered',
    corrected: 'corrected: had all the invited answered',
    interval: '90 % interval of the corrected score',
    bounds: 'worst to best: all the silent unhappy, all happy',
    hidden: 'dark corner: silence hides more points than chance explains',
  },
  blind: {
    title: 'What no score here can see',
    text: 'Those who neither complain nor answer. Nothing here knows what they think: where the unhappy keep silent without a complaint, corrected scores are too good as well, and only worst and best hold.',
  },
  surges: {
    title: 'Surging now',
    none: 'Nothing is surging.',
    told: (customers: string, days: number, expected: string) =>
      `${customers} customers complained in ${days === 1 ? 'a day' : `${days} days`}, ${expected} expected`,
  },
  urgent: {
    title: 'Most urgent',
    none: 'No action is open.',
    all: 'All actions',
    due: (owner: string, when: string) => `${owner}, due ${when}`,
    customer: (key: string) => `, ${key}`,
    overdue: 'overdue',
  },
  week: { title: 'The week', told: (week: string) => `Week ${week}` },
  rolledUp: {
    title: 'Dark across several touchpoints',
    told: (points: string, interval: string) => `${points} hidden (${interval})`,
  },
};
