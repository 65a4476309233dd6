import type { RouteObject } from 'react-router';
import type { Role } from '../api/client';
import type { Catalogue } from '../language/texts';

/** An entry of the menu. */
export interface MenuLink {
  readonly to: string;
  readonly label: (texts: Catalogue) => string;
  /** For whom it is; left out: everybody. */
  readonly roles?: readonly Role[];
}

/** A part of the portal that lies in a folder of its own: its pages, and how the menu leads there. */
export interface Area {
  readonly routes: readonly RouteObject[];
  readonly links: readonly MenuLink[];
}
