/** The address of the last step, which no form has as a section. */
export const REVIEW = 'review';
