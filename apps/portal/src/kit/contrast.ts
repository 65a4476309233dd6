import { useSyncExternalStore } from 'react';
import { remember, remembered } from './preferences';

const listeners = new Set<() => void>();

/** Whether more contrast is wanted than the page has by itself; portal.css shows it wherever the page says so. */
export const contrast = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** What the person chose; until then what the device asks for. */
  isHigh: (): boolean => (remembered('contrast') ?? askedByDevice()) === 'high',
  choose: (high: boolean): void => {
    remember('contrast', high ? 'high' : 'usual');
    contrast.show();
    for (const listener of listeners) listener();
  },
  /** Tells the page; called once as it begins. */
  show(): void {
    document.documentElement.dataset.contrast = contrast.isHigh() ? 'high' : 'usual';
  },
};

function askedByDevice(): string | null {
  return matchMedia('(prefers-contrast: more)').matches ? 'high' : null;
}

export function useContrast(): boolean {
  return useSyncExternalStore(contrast.subscribe, contrast.isHigh);
}
