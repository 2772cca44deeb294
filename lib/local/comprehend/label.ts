/** Who scored on this machine, as results name it: nobody should take it for Comprehend. */
export const STAND_IN = 'local-stand-in (word lists, not Amazon Comprehend)';
