/** A release that the permit opened, and the holder that delivers it. */
export interface OpenedRelease {
  readonly id: string;
  readonly holder: string;
}
