let wednesday = Date.parse('2020-01-01T12:00:00Z');

/** Noon of a Wednesday long ago, each time of another week, which nobody has summed up yet. */
export const nextWednesday = (): string => {
  wednesday += 7 * 86_400_000;
  return new Date(wednesday).toISOString();
};
