import { SignedOutError } from '../api.ts';

/**
 * Does what a button is for, once at a time. Meanwhile the button says so; it is not disabled, for that would take the focus
 * from under somebody's hands.
 */
export const press = async (button: HTMLElement, meanwhile: string, work: () => Promise<void>): Promise<void> => {
  if (button.hasAttribute('aria-disabled')) return;
  const name = button.textContent;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = meanwhile;
  try {
    await work();
  } catch (error) {
    // Whoever is signed out stands before the door already.
    if (!(error instanceof SignedOutError)) throw error;
  } finally {
    button.removeAttribute('aria-disabled');
    button.textContent = name;
  }
};
