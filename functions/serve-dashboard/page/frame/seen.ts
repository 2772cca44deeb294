/** By the clock of this page, and while somebody sees it: a tab in the background asks nothing. */
export const waitWhileUnseen = async (ms: number): Promise<void> => {
  await new Promise((done) => setTimeout(done, ms));
  if (document.visibilityState === 'visible') return;
  await new Promise<void>((seen) => {
    const listen = () => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', listen);
      seen();
    };
    document.addEventListener('visibilitychange', listen);
  });
};
