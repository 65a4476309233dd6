/**
 * `waiting`: the party whose turn it is has not taken it. `assigned`: it has. `paused`: the stage stands
 * still for another party, whom `party` then names.
 */
export type Activity = 'waiting' | 'assigned' | 'paused';

/** Whose turn it is. `hdab` is the health data access body itself. */
export type Party = 'hdab' | 'applicant' | 'holder' | 'ethics' | 'environment' | 'user';

export const ACTIVITIES: readonly Activity[] = ['waiting', 'assigned', 'paused'];
export const PARTIES: readonly Party[] = ['hdab', 'applicant', 'holder', 'ethics', 'environment', 'user'];
