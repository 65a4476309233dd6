/** Injection token of where browsers find this service, without a slash at its end. A function: the port may be known late. */
export const PUBLIC_URL = Symbol('PUBLIC_URL');

export type PublicUrl = () => string;
