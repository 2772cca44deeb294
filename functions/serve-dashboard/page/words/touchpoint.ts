/** Of the page of one touchpoint. */
export const touchpointWords = {
  title: 'Touchpoint',
};
