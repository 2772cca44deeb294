/** Of the first page. */
export const fleetWords = {
  title: 'Touchpoints',
};
