import { useSyncExternalStore } from 'react';
import { remember, remembered } from './preferences';

const listeners = new Set<() => void>();

/** Whether more contrast is wanted than the page has by itself; portal.css shows it wherever the page says so. */
export const contrast = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isHigh: (): boolean => remembered('contrast') === 'high',
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

export function useContrast(): boolean {
  return useSyncExternalStore(contrast.subscribe, contrast.isHigh);
}
