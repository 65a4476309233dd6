import { BASE_PATH } from '../api/client';

/** Where a browser is sent to sign in. `returnTo`: a path of this server, with what stands before the portal's own. */
export function signInAddress(returnTo: string, fresh = false): string {
  const query = new URLSearchParams({ returnTo, ...(fresh ? { fresh: 'true' } : {}) });
  return `${BASE_PATH}api/v1/sign-in?${query.toString()}`;
}

/** The path of this portal's page at which somebody who has signed in is told so. */
export const SIGNED_IN_PATH = `${BASE_PATH}signed-in`;

/** On which tabs of one browser tell each other of a sign-in. */
export const SIGNED_IN_CHANNEL = 'ledtid-signed-in';
