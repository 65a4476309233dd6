/** The addresses of the last steps, which no form has as sections. */
export const DOCUMENTS = 'documents';
export const REVIEW = 'review';
